namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>In which way a node cheats those who pay for its answers.</summary>
public enum NodeFraudKind
{
    Unset = 0,
    CheaperModel,
    LowerPrecision,
    CachedAnswer,
    InventedAnswer,
    ForgedSignature,
    StaleSignature,
    RefusalAfterPayment,
    PlaintextLeak,
    OverReportedTokens,
}
