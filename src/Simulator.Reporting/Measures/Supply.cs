using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>
/// How much OPG existed after each chain's first block, was created and destroyed since, and exists at the end.
/// </summary>
public sealed record Supply(OpgAmount Initial, OpgAmount Minted, OpgAmount Burned, OpgAmount Final);
