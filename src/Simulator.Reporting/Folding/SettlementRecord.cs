using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Reporting;

/// <summary>One session's way to the chain, folded from its observations.</summary>
public sealed class SettlementRecord(string session)
{
    public string Session { get; } = session;

    public string Gateway { get; init; } = string.Empty;

    public Address Payer { get; init; }

    public UInt256 Nonce { get; init; }

    public OpgAmount Maximum { get; init; }

    public SimTime OpenedAt { get; init; }

    public long ChargedRequests { get; set; }

    public OpgAmount Charged { get; set; }

    public SimTime? LastChargeAt { get; set; }

    public string? Facilitator { get; set; }

    public OpgAmount? Requested { get; set; }

    public SimTime? RequestedAt { get; set; }

    /// <summary>When the block with the transfer was made; of the block that stands, after a reorganisation.</summary>
    public SimTime? BlockAt { get; set; }

    public SimTime? FinishedAt { get; set; }

    public OpgAmount? Settled { get; set; }

    public Hash32? Transaction { get; set; }

    public string? Refusal { get; set; }

    /// <summary>From the last charge to the block; null when nothing moved.</summary>
    public SimDuration? Delay => BlockAt - LastChargeAt;

    public bool Succeeded => FinishedAt is not null && Refusal is null;
}
