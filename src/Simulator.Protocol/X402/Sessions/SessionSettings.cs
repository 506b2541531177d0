namespace Simulator.Protocol.X402;

/// <summary>Timing of the gateway's sessions.</summary>
/// <param name="IdleSeconds">A session without new cost for longer than this is settled.</param>
/// <param name="MarginSeconds">
/// This long before the signed deadline a session takes no more requests and is settled.
/// </param>
public sealed record SessionSettings(int IdleSeconds = 100, int MarginSeconds = 60)
{
    private const int ShortestPeriodSeconds = 5;
    private const int LongestPeriodSeconds = 30;
    private const int SweepsPerTerm = 4;

    /// <summary>Seconds between two sweeps: a quarter of the shorter of the two times, within [5, 30].</summary>
    public int SweepPeriodSeconds => Math.Clamp(
        Math.Min(IdleSeconds, MarginSeconds) / SweepsPerTerm, ShortestPeriodSeconds, LongestPeriodSeconds);
}
