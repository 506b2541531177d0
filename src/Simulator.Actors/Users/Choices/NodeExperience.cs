using Simulator.Primitives;

namespace Simulator.Actors.Users.Choices;

/// <summary>What one user has seen of one node: how fast it is, what it charges, how far it can be trusted.</summary>
/// <remarks>
/// Trust has the parts and weights of the network's TEEReputation contract (protocol facts §5): success 50 %, uptime 35 %,
/// response 15 %, each from 0 to 10000, and its tiers. Other than there, the past is forgotten: after ten outcomes a new
/// one counts a tenth of success, as response times do in the contract, and uptime is that of the last ten minutes; a
/// response above 5 s counts nothing instead of failing. The node is down, for this user, from an outcome that was bad
/// until the next that is good. A ruling about somebody else's answer counts as outcomes of stated number, and says nothing
/// about uptime or response.
/// </remarks>
public sealed class NodeExperience
{
    public const int FullScore = 10_000;

    /// <summary>Of a node that was never asked.</summary>
    public const int UnknownScore = 5_000;

    private const int Memory = 10;

    private static readonly SimDuration Horizon = SimDuration.FromMinutes(10);

    private static readonly SimDuration SlowestResponse = SimDuration.FromSeconds(5);

    // Least score of the tiers excellent, good and fair; below them a node is poor.
    private static readonly int[] Tiers = [9_000, 7_000, 4_000];

    private readonly Queue<(SimTime From, SimTime To)> downtimes = new();
    private int outcomes;
    private int success;
    private SimTime? since;
    private SimTime? downSince;

    /// <summary>Moving average of the time from a request to its answer, or to the end of waiting for it.</summary>
    public SimDuration? Latency { get; private set; }

    /// <summary>What it charged for its last answer.</summary>
    public OpgAmount? Price { get; set; }

    /// <summary>3 for excellent, 2 for good, 1 for fair, 0 for poor.</summary>
    public static int TierOf(int score) => Tiers.Count(least => score >= least);

    public void Ask(SimTime now) => since ??= now;

    /// <summary>A good answer, or a bad one, one that did not come, or a refusal for want of room.</summary>
    /// <param name="isGood">Whether the answer was accepted.</param>
    /// <param name="elapsed">Since the node was asked; null where no answer was worth waiting for.</param>
    /// <param name="now">When.</param>
    public void Rate(bool isGood, SimDuration? elapsed, SimTime now)
    {
        Count(isGood);
        if (isGood && downSince is { } start)
        {
            downtimes.Enqueue((start, now));
            downSince = null;
        }
        else if (!isGood)
        {
            downSince ??= now;
        }

        if (elapsed is { } span)
        {
            Latency = Latency is { } before ? new SimDuration(((before.Nanoseconds * 9) + span.Nanoseconds) / 10) : span;
        }
    }

    /// <summary>A ruling about an answer of the node, which counts like so many outcomes.</summary>
    public void Judge(bool isGood, int weight, SimTime now)
    {
        since ??= now;
        for (int i = 0; i < weight; i++)
        {
            Count(isGood);
        }
    }

    /// <summary>From 0 to <see cref="FullScore"/>.</summary>
    public int TrustAt(SimTime now)
    {
        if (outcomes == 0)
        {
            return UnknownScore;
        }

        long response = Latency is { } latency && latency < SlowestResponse
            ? FullScore - (latency.Nanoseconds * FullScore / SlowestResponse.Nanoseconds)
            : 0;
        return (int)(((success * 5_000L) + (UptimeAt(now) * 3_500) + (response * 1_500)) / FullScore);
    }

    private void Count(bool isGood)
    {
        outcomes++;
        int counted = Math.Min(outcomes, Memory);
        success = ((success * (counted - 1)) + (isGood ? FullScore : 0)) / counted;
    }

    private long UptimeAt(SimTime now)
    {
        SimTime from = SimTime.Max(since!.Value, SimTime.Max(SimTime.Start, now - Horizon));
        while (downtimes.TryPeek(out (SimTime From, SimTime To) oldest) && oldest.To <= from)
        {
            downtimes.Dequeue();
        }

        SimDuration elapsed = now - from;
        SimDuration lost = downSince is { } start ? now - SimTime.Max(start, from) : SimDuration.Zero;
        foreach ((SimTime begin, SimTime end) in downtimes)
        {
            lost += end - SimTime.Max(begin, from);
        }

        return elapsed == SimDuration.Zero
            ? FullScore
            : (long)((Int128)(elapsed - lost).Nanoseconds * FullScore / elapsed.Nanoseconds);
    }
}
