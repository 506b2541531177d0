using System.Buffers.Text;
using System.Security.Cryptography;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Checkers.Storage;

/// <summary>Results are bound to blobs, and blobs to their content.</summary>
/// <remarks>
/// A model version is one blob for everybody, and for ever. Where there is storage, a node may name only blobs that it
/// fetched before, and whatever a client accepted must have the id it asked for; the id is computed here once more.
/// </remarks>
public sealed class BlobsBound : Checker
{
    private readonly Dictionary<string, string> blobOfModel = new(StringComparer.Ordinal);
    private readonly HashSet<(string Node, string Blob)> verified = [];
    private bool hasStorage;

    public override string Name => "blobs.bound";

    public override string Rule =>
        "Every result names the blob of its model's version, which its node had fetched and which had the right id.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case StorageDeclared: hasStorage = true; break;
            case BlobFetched { Outcome: BlobFetchOutcome.Accepted } fetched: OnAccepted(fetched, fact.At); break;
            case InferenceCompleted completed: OnCompleted(completed, fact.At); break;
        }
    }

    private void OnAccepted(BlobFetched fetched, SimTime at)
    {
        string blob = fetched.Blob.ToString();
        string content = Base64Url.EncodeToString(SHA256.HashData(fetched.Body ?? []));
        bool isRight = fetched.Body is not null && content == blob;
        Judge(isRight, at, fetched.By, $"accepted content with the id {content} from {fetched.From} as blob {blob}");
        if (isRight)
        {
            verified.Add((fetched.By, blob));
        }
    }

    private void OnCompleted(InferenceCompleted completed, SimTime at)
    {
        string subject = completed.Request.ToString();
        string bound = blobOfModel.GetValueOrDefault(completed.Model, completed.ModelBlob);
        blobOfModel.TryAdd(completed.Model, bound);
        Judge(
            bound == completed.ModelBlob,
            at,
            subject,
            $"{completed.Node} ran {completed.ModelBlob} as {completed.Model}, which was {bound} before");
        if (hasStorage)
        {
            Judge(
                verified.Contains((completed.Node, completed.ModelBlob)),
                at,
                subject,
                $"{completed.Node} ran {completed.ModelBlob}, of which it never had a verified copy");
        }
    }
}
