namespace Simulator.Reporting;

/// <summary>How settlement jobs ended.</summary>
/// <param name="Succeeded">Reported as final.</param>
/// <param name="Failed">Ended with a refusal.</param>
/// <param name="Reverted">Reported as final, and their block was taken back afterwards.</param>
/// <param name="Lost">Of those, the ones that stand in no block at the end.</param>
public sealed record SettlementCounts(long Succeeded, long Failed, long Reverted, long Lost);
