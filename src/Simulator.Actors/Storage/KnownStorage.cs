using Simulator.Kernel;

namespace Simulator.Actors.Storage;

/// <summary>A storage node as its clients know it.</summary>
/// <param name="Name">Actor name.</param>
/// <param name="Actor">Where calls go.</param>
public sealed record KnownStorage(string Name, ActorRef Actor);
