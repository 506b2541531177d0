using Simulator.Primitives;

namespace Simulator.Economics.Epochs;

/// <summary>OPG that moved from one account to another for one cause.</summary>
/// <param name="From">Index of an <see cref="Account"/>; groups follow the last one.</param>
/// <param name="To">Likewise.</param>
/// <param name="Cause">Why.</param>
/// <param name="Postings">How many postings it sums up.</param>
/// <param name="Amount">Their sum.</param>
public readonly record struct AccountFlow(int From, int To, FlowCause Cause, long Postings, OpgAmount Amount);
