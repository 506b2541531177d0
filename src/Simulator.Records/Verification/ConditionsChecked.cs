using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A facilitator settles for verified answers only.</summary>
/// <param name="Desk">Actor that checks.</param>
/// <param name="Group">Its group in the scenario.</param>
public sealed record ConditionsChecked(string Desk, string Group) : Observation;
