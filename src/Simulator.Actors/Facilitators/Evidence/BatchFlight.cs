using Simulator.Kernel;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>The batch under way.</summary>
internal sealed class BatchFlight(IReadOnlyList<EvidenceItem> items)
{
    public IReadOnlyList<EvidenceItem> Items => items;

    /// <summary>Number of the step whose answer is awaited; any other answer is late.</summary>
    public ulong Step { get; set; }

    /// <summary>Limits the wait for that answer.</summary>
    public TimerId Timeout { get; set; }

    public BatchTree? Tree { get; set; }

    /// <summary>Set once storage has the dump.</summary>
    public BlobId? Blob { get; set; }

    /// <summary>Set once the transaction has been broadcast.</summary>
    public Hash32? Transaction { get; set; }

    public int Polls { get; set; }
}
