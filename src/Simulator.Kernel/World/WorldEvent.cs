namespace Simulator.Kernel;

/// <summary>Something the world's script does to an actor or, for crash and restart, to a host.</summary>
internal readonly record struct WorldEvent(EventKind Kind, SimTime At, int Target, Message? Message);
