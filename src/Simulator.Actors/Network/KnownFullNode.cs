using Simulator.Kernel;

namespace Simulator.Actors.Network;

/// <summary>A full node as its clients know it.</summary>
/// <param name="Name">Actor name.</param>
/// <param name="Actor">Where calls go.</param>
public sealed record KnownFullNode(string Name, ActorRef Actor);
