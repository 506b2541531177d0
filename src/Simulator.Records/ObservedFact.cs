using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>An observation with its place in the run: who said it, and when. Arrives in the run's total order.</summary>
public readonly record struct ObservedFact(SimTime At, string Actor, Observation What);
