using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>Something that goes wrong, or is decided, at an instant of the run.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>From the start of the run.</summary>
    public required SimDuration At { get; init; }

    /// <summary>How long it lasts; zero: until the run ends.</summary>
    public required SimDuration For { get; init; }

    /// <summary>A host goes down, and comes up again when it is over.</summary>
    public sealed record Crash : Fault
    {
        /// <summary>Member of a group of nodes.</summary>
        public required string Member { get; init; }

        /// <summary>Whether what its actors kept in memory survives. Keys of enclaves never do.</summary>
        public required bool KeepsState { get; init; }
    }

    /// <summary>The named hosts hear each other and nobody else.</summary>
    public sealed record Partition : Fault
    {
        /// <summary>Groups and members.</summary>
        public required IReadOnlyList<string> Members { get; init; }
    }

    /// <summary>The registry's admin takes a build's approval back.</summary>
    public sealed record Revoke : Fault
    {
        public required string Build { get; init; }
    }

    /// <summary>The registry's admin approves a build.</summary>
    public sealed record Approve : Fault
    {
        public required string Build { get; init; }
    }
}
