using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A user says that it accepts only answers of enclaves that are active as it reads the registry.</summary>
/// <param name="User">Actor name.</param>
public sealed record RegistryFollowed(string User) : Observation;
