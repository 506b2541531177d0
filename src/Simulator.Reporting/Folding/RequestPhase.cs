namespace Simulator.Reporting;

/// <summary>Where the time of a request goes.</summary>
public enum RequestPhase
{
    Unset = 0,
    Challenge,
    Authorise,
    Verify,
    Transfer,
    Queue,
    Compute,
    Answer,
    Check,
}

public static class RequestPhases
{
    /// <summary>In the order they happen.</summary>
    public static readonly IReadOnlyList<RequestPhase> All =
    [
        RequestPhase.Challenge, RequestPhase.Authorise, RequestPhase.Verify, RequestPhase.Transfer,
        RequestPhase.Queue, RequestPhase.Compute, RequestPhase.Answer, RequestPhase.Check,
    ];

    /// <summary>Those with observations of their own; <see cref="RequestPhase.Transfer"/> is what remains.</summary>
    public static readonly IReadOnlyList<RequestPhase> Measured =
        [.. All.Where(phase => phase != RequestPhase.Transfer)];

    private static readonly Dictionary<RequestPhase, string> Metrics =
        All.ToDictionary(phase => phase, phase => "latency." + phase.ToString().ToLowerInvariant());

    /// <summary><c>latency.queue</c>.</summary>
    public static string MetricName(this RequestPhase phase) => Metrics[phase];
}
