using Simulator.Kernel;
using Simulator.Protocol.Blobs;

namespace Simulator.Actors.Storage;

/// <summary>A blob on its way to the nodes that shall hold it.</summary>
internal sealed class Publication(ActorRef client, ulong call, BlobId blob, int replicas)
{
    private readonly HashSet<ActorRef> confirmed = [];
    private bool isNew;

    public ActorRef Client => client;

    public ulong Call => call;

    public BlobId Blob => blob;

    public TimerId Timer { get; set; }

    /// <summary>More than half of the replicas are confirmed: the blob counts as stored.</summary>
    public bool IsCertified => confirmed.Count > replicas / 2;

    public bool IsNew => isNew;

    /// <summary>A copy of a confirmation changes nothing.</summary>
    public void Confirm(ActorRef node, bool wasNew)
    {
        confirmed.Add(node);
        isNew |= wasNew;
    }
}
