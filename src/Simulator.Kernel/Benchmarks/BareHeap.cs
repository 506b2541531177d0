namespace Simulator.Kernel.Benchmarks;

/// <summary>The reference for PHOLD: the same hold model on a bare 4-ary heap, nothing else.</summary>
/// <remarks>
/// Times and actor numbers only; no total order, messages, links, keyed draws, digest or checks. Delays have the same
/// distribution by the same logarithm, from a plain sequential generator.
/// </remarks>
public sealed class BareHeap
{
    private const int Arity = 4;

    private readonly (long Time, int Actor)[] heap;
    private readonly PholdSettings settings;
    private ulong state;

    public BareHeap(PholdSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
        state = settings.Seed;
        heap = new (long, int)[settings.Actors * settings.Population];
        long[] times = new long[heap.Length];
        for (int i = 0; i < times.Length; i++)
        {
            times[i] = Delay();
        }

        Array.Sort(times);
        for (int i = 0; i < times.Length; i++)
        {
            heap[i] = (times[i], i % settings.Actors);
        }
    }

    /// <summary>The earliest time still to come: proof that something was computed.</summary>
    public long NextTime => heap[0].Time;

    /// <summary>Takes the first event out and puts its successor in, <paramref name="events"/> times.</summary>
    public void Run(long events)
    {
        for (long i = 0; i < events; i++)
        {
            (long time, int actor) = heap[0];
            ulong bits = Next();
            var where = new Draw(bits, bits);
            int to = where.Chance(settings.RemoteShare)
                ? (actor + 1 + (int)((bits & 0xFFFF_FFFF) * (ulong)(settings.Actors - 1) >> 32)) % settings.Actors
                : actor;
            Sink((time + Delay(), to));
        }
    }

    private long Delay() => settings.Minimum.Nanoseconds + new Draw(Next(), 0).Exponential(settings.Mean).Nanoseconds;

    private ulong Next() => StableHash.Mix(unchecked(state++));

    private void Sink((long Time, int Actor) entry)
    {
        (long Time, int Actor)[] entries = heap;
        int index = 0;
        while (true)
        {
            int child = unchecked((index * Arity) + 1);
            if (child >= entries.Length)
            {
                break;
            }

            int least = child;
            int end = Math.Min(unchecked(child + Arity), entries.Length);
            for (int i = child + 1; i < end; i++)
            {
                least = entries[i].Time < entries[least].Time ? i : least;
            }

            if (entries[least].Time >= entry.Time)
            {
                break;
            }

            entries[index] = entries[least];
            index = least;
        }

        entries[index] = entry;
    }
}
