using Simulator.Protocol.Settlement;

namespace Simulator.Scenarios.Settings;

/// <summary>How the hashes of answers reach the inference chain.</summary>
public sealed record EvidenceSettings
{
    /// <summary>What clients ask for.</summary>
    public SettlementType Settlement { get; init; } = SettlementType.Batch;

    /// <summary>When a batch goes out.</summary>
    public BatchSettings Batch { get; init; } = new();

    /// <summary>How often a failed individual job is run again; 0 to 100.</summary>
    public int Retry { get; init; }
}
