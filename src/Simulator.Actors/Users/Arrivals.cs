using Simulator.Actors.Network;
using Simulator.Primitives;

namespace Simulator.Actors.Users;

/// <summary>When a user asks: gap <em>n</em> lies between request <em>n</em>−1 and request <em>n</em>.</summary>
public abstract record Arrivals
{
    private Arrivals()
    {
    }

    /// <param name="random">The user's own randomness.</param>
    /// <param name="attempt">Number of the request the gap leads to, from 1; the subject of its own draw.</param>
    public abstract SimDuration GapBefore(KeyedRandom random, int attempt);

    /// <summary>A Poisson process: exponential gaps.</summary>
    public sealed record Poisson(SimDuration MeanGap) : Arrivals
    {
        public override SimDuration GapBefore(KeyedRandom random, int attempt) =>
            random.Draw(Draws.InterArrival, (ulong)attempt).Exponential(MeanGap);
    }

    /// <summary>A fixed gap; the first request falls uniformly within it, so that users are not in step.</summary>
    public sealed record Every(SimDuration Gap) : Arrivals
    {
        public override SimDuration GapBefore(KeyedRandom random, int attempt) => attempt == 1
            ? random.Draw(Draws.InterArrival, 1).Uniform(SimDuration.Zero, Gap)
            : Gap;
    }
}
