namespace Simulator.Kernel;

/// <summary>An observation with its time and its source.</summary>
/// <param name="At">When it was said.</param>
/// <param name="Actor">
/// The name of the actor that said it, or of the host for the kernel's own observations of hosts.
/// </param>
/// <param name="What">The observation.</param>
/// <param name="Source">The actor that said it; <see cref="ActorRef.World"/> for hosts.</param>
public readonly record struct ObservedFact(SimTime At, string Actor, Observation What, ActorRef Source);
