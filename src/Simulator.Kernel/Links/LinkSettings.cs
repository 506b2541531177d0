namespace Simulator.Kernel;

/// <summary>One direction between two hosts.</summary>
/// <remarks>
/// A message leaves when the sending host's outgoing link is free, takes size ÷ bit rate to send, then the minimum
/// latency plus a draw from the distribution. Loss and duplication are decided after sending, so lost bytes used the
/// link. Every draw is keyed by the sender's name and the message's sequence number.
/// </remarks>
public sealed record LinkSettings
{
    private readonly SimDuration minimumLatency;

    /// <exception cref="ArgumentOutOfRangeException">Not above zero: nothing may reach another host at
    /// once.</exception>
    public required SimDuration MinimumLatency
    {
        get => minimumLatency;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value.Nanoseconds, 1, nameof(MinimumLatency));
            minimumLatency = value;
        }
    }

    /// <summary>What comes on top of the minimum.</summary>
    public LatencyDistribution AboveMinimum { get; init; } = LatencyDistribution.None;

    /// <summary>Zero is unlimited. The queue is at the sending host and shared by all its links.</summary>
    public BitRate BitRate { get; init; }

    public Ratio Loss { get; init; }

    /// <summary>Probability that a second copy arrives, with a latency of its own.</summary>
    public Ratio Duplication { get; init; }
}
