using Simulator.Actors.Storage;
using Simulator.Actors.Storage.Http;
using Simulator.Inference.Catalogue;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Blobs;

namespace Simulator.Actors.Enclaves;

/// <summary>The models an enclave has: all of the catalogue, or, with storage, those whose blobs it has fetched.</summary>
internal sealed class ServedModels
{
    /// <summary>After which an enclave looks again for a model that no replica had.</summary>
    private static readonly SimDuration RetryAfter = SimDuration.FromSeconds(60);

    private readonly ModelSupply? supply;
    private readonly BlobFetcher? fetcher;

    public ServedModels(EnclaveSettings settings, string owner)
    {
        supply = settings.Supply;
        Current = supply is null ? settings.Models : new ModelStore();
        fetcher = supply is null ? null : new BlobFetcher(new BlobFetcherSettings
        {
            Client = owner,
            Placement = supply.Placement,
            Published = supply.Published,
            ChecksIds = supply.ChecksIds,
        });
    }

    /// <summary>Replaced when a model arrives and never changed: work under way on other threads reads it.</summary>
    public ModelStore Current { get; private set; }

    public bool IsEmpty => !Current.Models.Any();

    /// <summary>Fetches what is wanted and not there yet: at the start, and after a crash.</summary>
    public void FetchMissing(IActorContext context)
    {
        fetcher?.OnRestarted();
        foreach (BlobId blob in Missing())
        {
            fetcher!.Fetch(blob, context);
        }
    }

    public void OnReply(GetBlobReply reply, IActorContext context) => Take(fetcher?.OnReply(reply, context), context);

    public void OnTimedOut(BlobFetchTimedOut timeout, IActorContext context) =>
        Take(fetcher?.OnTimedOut(timeout, context), context);

    public void OnRetryDue(FetchRetryDue retry, IActorContext context) =>
        fetcher?.Fetch(new BlobId(retry.Content), context);

    private BlobId[] Missing() =>
    [
        .. (supply?.Wanted ?? [])
            .Where(model => Current.Find(model.Reference.ToString()) is not ModelLookup.Found)
            .Select(IdOf)
            .Distinct(),
    ];

    private void Take(BlobFetch? fetch, IActorContext context)
    {
        switch (fetch)
        {
            case BlobFetch.Found found:
                Add(found);
                break;
            case BlobFetch.Missed missed:
                context.StartTimer(RetryAfter, new FetchRetryDue(missed.Blob.Content));
                break;
        }
    }

    private void Add(BlobFetch.Found found)
    {
        ModelStore next = new();
        foreach (ModelLookup.Found known in Current.Models)
        {
            next.TryAdd(known.Reference, known.Blob);
        }

        ModelBlob blob = ModelBlob.Of(found.Body);
        foreach (ModelLookup.Found wanted in supply!.Wanted.Where(model => IdOf(model) == found.Blob))
        {
            next.TryAdd(wanted.Reference, blob);
        }

        Current = next;
    }

    private static BlobId IdOf(ModelLookup.Found model) => new(model.Blob.Sha256);
}
