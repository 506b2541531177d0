namespace Simulator.Kernel;

/// <summary>The links of a world, asked for lazily and remembered in bounded memory.</summary>
internal sealed class LinkTable(ILinkPolicy? policy, HostCell[] hosts)
{
    private const int Remembered = 1 << 14;
    private const int ScannableHosts = 4_096;

    private readonly LinkSettings? uniform = (policy as UniformLinks)?.Settings;
    private readonly Entry[] cache = policy is null or UniformLinks ? [] : new Entry[Remembered];

    public LinkSettings Between(HostRef from, HostRef to) => uniform ?? Remember(from, to);

    /// <summary>The least minimum latency between hosts of different shards: how far shards may run apart.</summary>
    public SimDuration Lookahead(int shards)
    {
        if (policy is null || shards == 1)
        {
            return SimDuration.MaxValue;
        }

        SimDuration least = policy.LeastLatency ?? Scan(policy);
        ArgumentOutOfRangeException.ThrowIfLessThan(least.Nanoseconds, 1, nameof(ILinkPolicy.LeastLatency));
        return least;
    }

    private LinkSettings Remember(HostRef from, HostRef to)
    {
        if (policy is null)
        {
            throw new InvariantViolatedException("actors on different hosts talk, but the world has no links");
        }

        ulong key = ((ulong)(uint)from.Index << 32) | (uint)to.Index;
        ref Entry entry = ref cache[(int)(StableHash.Mix(key) % Remembered)];
        if (entry.Settings is null || entry.Key != key)
        {
            entry = new Entry(key, policy.Between(from, to));
        }

        return entry.Settings!;
    }

    private SimDuration Scan(ILinkPolicy asked)
    {
        if (hosts.Length > ScannableHosts)
        {
            throw new ArgumentException(
                $"a world of {hosts.Length} hosts in several shards needs a link policy that states its least latency");
        }

        SimDuration least = SimDuration.MaxValue;
        foreach (HostCell from in hosts)
        {
            foreach (HostCell to in hosts)
            {
                if (from.ShardNumber != to.ShardNumber)
                {
                    least = SimDuration.Min(least, asked.Between(from.Self, to.Self).MinimumLatency);
                }
            }
        }

        return least;
    }

    private readonly record struct Entry(ulong Key, LinkSettings? Settings);
}
