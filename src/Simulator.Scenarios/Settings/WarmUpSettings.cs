using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>What measures leave out at the start of a run: a stated time, or as much as MSER-5 finds.</summary>
public readonly record struct WarmUpSettings
{
    private WarmUpSettings(bool isFound, SimDuration length)
    {
        IsFound = isFound;
        Length = length;
    }

    /// <summary>As much as MSER-5 finds in the latencies of the run itself.</summary>
    public static WarmUpSettings Mser5 => new(true, SimDuration.Zero);

    public bool IsFound { get; }

    /// <summary>Greater than zero; meaningless when it is to be found.</summary>
    public SimDuration Length { get; }

    public static WarmUpSettings Of(SimDuration length) => new(false, length);

    public override string ToString() => IsFound ? "mser5" : Length.ToString();
}
