using System.Runtime.CompilerServices;

namespace Simulator.Kernel;

/// <summary>An event's place in the total order: time, hop, sender's rank, sender's sequence, copy.</summary>
/// <param name="Time">Nanoseconds since the start.</param>
/// <param name="Hop">Zero-delay sends before it at this instant.</param>
/// <param name="Rank">0 for the world, then actors in ordinal order of their names.</param>
/// <param name="Order">Sequence · 256 + copy.</param>
internal readonly record struct EventKey(long Time, ushort Hop, uint Rank, ulong Order) : IComparable<EventKey>
{
    /// <summary>Before every event.</summary>
    public static readonly EventKey None = new(-1, 0, 0, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CompareTo(EventKey other)
    {
        if (Time != other.Time)
        {
            return Time < other.Time ? -1 : 1;
        }

        if (Hop != other.Hop)
        {
            return Hop < other.Hop ? -1 : 1;
        }

        return Rank != other.Rank ? Rank.CompareTo(other.Rank) : Order.CompareTo(other.Order);
    }
}
