namespace Simulator.Kernel;

/// <summary>A bug ended the run: where, when, and what led to it.</summary>
public sealed class SimulationFailedException : Exception
{
    public SimulationFailedException()
    {
    }

    public SimulationFailedException(string message)
        : base(message)
    {
    }

    public SimulationFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The actor that was running, or an empty text outside any actor.</summary>
    public string Actor { get; init; } = string.Empty;

    public SimTime At { get; init; }

    public ulong Seed { get; init; }

    public ulong Replication { get; init; }

    /// <summary>The last handled events, newest last, one line each.</summary>
    public IReadOnlyList<string> LastEvents { get; init; } = [];
}
