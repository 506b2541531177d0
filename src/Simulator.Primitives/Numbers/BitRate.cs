using System.Globalization;

namespace Simulator.Primitives;

/// <summary>A link's bandwidth in bits per second. Zero means unlimited.</summary>
public readonly record struct BitRate(long BitsPerSecond)
{
    public bool IsUnlimited => BitsPerSecond == 0;

    /// <summary>How long the link is busy with <paramref name="size"/>; rounded up to the nanosecond.</summary>
    public SimDuration TransmissionTime(ByteCount size)
    {
        if (IsUnlimited)
        {
            return SimDuration.Zero;
        }

        Int128 bitNanoseconds = (Int128)size.Bytes * 8 * SimDuration.NanosecondsPerSecond;
        return new SimDuration((long)((bitNanoseconds + BitsPerSecond - 1) / BitsPerSecond));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{BitsPerSecond} bit/s");
}
