namespace Simulator.Protocol.Settlement;

/// <summary>How the hashes of an answer reach the chain. Zero is not a choice.</summary>
public enum SettlementType
{
    Unset = 0,

    /// <summary>Not at all.</summary>
    Private,

    /// <summary>As one leaf of a batch.</summary>
    Batch,

    /// <summary>In a transaction of its own, with request and answer published.</summary>
    Individual,
}
