using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A block pays back what is left of a bond.</summary>
/// <param name="Height">The block.</param>
/// <param name="Party">Whose bond.</param>
/// <param name="Amount">What it gets.</param>
public sealed record BondReturned(long Height, string Party, OpgAmount Amount) : Observation;
