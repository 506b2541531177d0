using System.Globalization;

namespace Simulator.Benchmarks.Economics;

/// <summary>How the epoch level did.</summary>
public sealed record EconomyStanding
{
    /// <summary>Agents stepped per second of CPU time of one thread.</summary>
    public required double UpdatesPerSecond { get; init; }

    /// <summary>The same of a loop that changes one real number and one balance per agent.</summary>
    public required double ReferencePerSecond { get; init; }

    public required int Replications { get; init; }

    /// <summary>Wall time of all replications on all cores.</summary>
    public required double Seconds { get; init; }

    public required long Updates { get; init; }

    /// <summary>Postings, after every epoch of which all accounts summed to the supply.</summary>
    public required long Postings { get; init; }

    /// <summary>Bytes more in use after ten years than after one.</summary>
    public required double MemoryGrowth { get; init; }

    public string Text() => string.Create(CultureInfo.InvariantCulture, $"""
        agent-updates per second and core   {UpdatesPerSecond:N0}
        reference loop                      {ReferencePerSecond:N0}
        ratio                               {UpdatesPerSecond / ReferencePerSecond:F3}
        replications of ten years, daily    {Replications:N0} in {Seconds:F1} s on {Environment.ProcessorCount} cores
        agent-updates                       {Updates:N0}
        postings, supply exact after each   {Postings:N0}
        memory, ten years less one          {MemoryGrowth / 1024:N0} KiB

        """);
}
