using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>OPG that went from one group of parties to another for one cause, over the whole run.</summary>
public sealed record Flow(string From, string To, string Cause, long Transfers, OpgAmount Amount);
