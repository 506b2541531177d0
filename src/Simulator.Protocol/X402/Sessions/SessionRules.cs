namespace Simulator.Protocol.X402.Sessions;

/// <summary>When a gateway's upto sessions may be used and must be settled. All spans in seconds.</summary>
/// <remarks>Source: the gateway's session middleware, newest form (protocol-facts §4.7).</remarks>
public sealed record SessionRules
{
    /// <summary>A session without requests for longer than this is settled.</summary>
    public long IdleSeconds { get; init; } = 100;

    /// <summary>Before the signed deadline: no new request draws on the session any more, and it is settled.</summary>
    public long SafetyMarginSeconds { get; init; } = 60;

    /// <summary>Sessions hold one request only; the next one needs a payment of its own.</summary>
    public bool SingleUse { get; init; }

    /// <summary>
    /// How often the gateway looks for sessions to settle: a quarter of the shorter span, within [5, 30].
    /// </summary>
    public long ReaperPeriodSeconds => Math.Clamp(Math.Min(IdleSeconds, SafetyMarginSeconds) / 4, 5, 30);
}
