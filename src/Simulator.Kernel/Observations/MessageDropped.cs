namespace Simulator.Kernel;

/// <summary>A message did not arrive. Said by the sender for a loss on the link, by the receiver otherwise.</summary>
public sealed record MessageDropped(DropReason Reason, ActorRef From, ActorRef To, ushort TypeNumber) : Observation;
