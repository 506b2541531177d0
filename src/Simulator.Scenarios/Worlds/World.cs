using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Scenarios.Worlds;

/// <summary>A scenario as actors on hosts, ready to run.</summary>
/// <param name="Simulation">The kernel's side of it.</param>
/// <param name="Until">When the run has drained: users ask until the scenario's duration, the rest settles after.</param>
public sealed record World(Simulation Simulation, SimTime Until);
