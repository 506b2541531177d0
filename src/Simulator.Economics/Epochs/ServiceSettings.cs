namespace Simulator.Economics.Epochs;

/// <summary>What request-level simulation or measurement says of serving one request.</summary>
public sealed record ServiceSettings
{
    /// <summary>Mean seconds that a request occupies a slot; above 0.</summary>
    public required double Seconds { get; init; }

    /// <summary>Share of the requests served that end in an accepted, paid answer; above 0, at most 1.</summary>
    public double Accepted { get; init; } = 1;

    /// <summary>Longest mean wait that users put up with, in seconds; beyond it demand goes away.</summary>
    public required double LongestWait { get; init; }

    /// <summary>Share of the answers that are to be checked, from 0 to 1.</summary>
    public double AuditRate { get; init; }

    /// <summary>Seconds of a verifier's slot that a check takes.</summary>
    public double CheckSeconds { get; init; } = 1;
}
