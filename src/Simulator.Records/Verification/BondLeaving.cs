using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A block takes a party's bond out of use, at its own wish; it can be slashed until it is paid back.</summary>
/// <param name="Height">The block.</param>
/// <param name="Party">Whose bond.</param>
/// <param name="Amount">All that was bonded.</param>
/// <param name="Due">Unix seconds before which it is not paid back.</param>
public sealed record BondLeaving(long Height, string Party, OpgAmount Amount, long Due) : Observation;
