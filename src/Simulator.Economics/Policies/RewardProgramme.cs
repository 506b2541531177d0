using Simulator.Primitives;

namespace Simulator.Economics.Policies;

/// <summary>Rewards for fees paid through a node, from the treasury, in proportion to the fees: what wash trading farms.</summary>
/// <param name="PerDay">OPG per day.</param>
public sealed record RewardProgramme(OpgAmount PerDay);
