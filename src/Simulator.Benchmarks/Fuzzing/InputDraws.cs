using Simulator.Primitives;

namespace Simulator.Benchmarks.Fuzzing;

/// <summary>The draws that make one input: a pure function of seed, parser name and input number.</summary>
internal struct InputDraws(ulong key, ulong input)
{
    private ulong index;
    private ulong spare;
    private bool hasSpare;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        if (hasSpare)
        {
            hasSpare = false;
            return spare;
        }

        (ulong low, spare) = Philox.Block(input, index++, key);
        hasSpare = true;
        return low;
    }

    /// <summary>Uniform in [0, <paramref name="count"/>).</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);
}
