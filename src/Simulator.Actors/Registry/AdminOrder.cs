using Simulator.Chain.Registry;
using Simulator.Primitives;

namespace Simulator.Actors.Registry;

/// <summary>A decision of the registry's admin about a build.</summary>
/// <param name="At">When it sends the transaction.</param>
/// <param name="Build">Name of the build.</param>
/// <param name="Measurements">What identifies it.</param>
/// <param name="Approved">Approve it, or revoke its approval.</param>
public sealed record AdminOrder(SimTime At, string Build, PcrMeasurements Measurements, bool Approved);
