using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A party that learns from its own payoffs begins a period.</summary>
/// <param name="Party">Who.</param>
/// <param name="Group">Its group.</param>
/// <param name="Period">Number of its period, from 1.</param>
/// <param name="Choice">What it does in the period: <c>honest</c> or <c>cheat</c>, <c>check</c> or <c>skip</c>.</param>
public sealed record StrategyChosen(string Party, string Group, int Period, string Choice) : Observation;
