using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>One answer's way onto the inference chain, folded from its observations.</summary>
public sealed class EvidenceRecord(string job, RequestId request)
{
    public string Job { get; } = job;

    public RequestId Request { get; } = request;

    public string Worker { get; init; } = string.Empty;

    public SettlementType Type { get; init; }

    /// <summary>When the answer was computed; null when that was too long ago to be remembered.</summary>
    public SimTime? AnsweredAt { get; init; }

    public SimTime QueuedAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public SimTime? EndedAt { get; set; }

    public EvidenceFate Fate { get; set; }

    /// <summary>Name of the failure.</summary>
    public string? Reason { get; set; }

    /// <summary>When the block with the hashes was made.</summary>
    public SimTime? BlockAt { get; set; }

    public Hash32? Transaction { get; set; }

    public long? Height { get; set; }

    public string? BlobId { get; set; }

    /// <summary>Batches only.</summary>
    public Hash32? Root { get; set; }

    /// <summary>Batches only: the row's place in the dump, from 0.</summary>
    public int? Row { get; set; }

    /// <summary>Answers that share the transaction.</summary>
    public int? Answers { get; set; }

    /// <summary>Gas of the whole transaction.</summary>
    public long? Gas { get; set; }

    /// <summary>From the answer to the block; null without both.</summary>
    public SimDuration? Delay => BlockAt - AnsweredAt;
}
