namespace Simulator.Primitives;

/// <summary>Something an actor says aloud: an immutable record of what happened, for judges, measures and the store.</summary>
/// <remarks>Who said it and when is added by the kernel; observers read nothing else, never actor state.</remarks>
public abstract record Observation;
