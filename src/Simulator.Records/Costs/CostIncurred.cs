using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A party spends something that is no token transfer: energy, machine time. Modelled from the scenario's rates.</summary>
/// <param name="Party">Member that bears it.</param>
/// <param name="Group">Its group in the scenario.</param>
/// <param name="Amount">Valued in OPG.</param>
/// <param name="Cause">What for: <c>inference</c>, <c>check</c>.</param>
public sealed record CostIncurred(string Party, string Group, OpgAmount Amount, string Cause) : Observation;
