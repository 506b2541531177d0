using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>What measures leave out at the start of a run.</summary>
public abstract record WarmUp
{
    private WarmUp()
    {
    }

    /// <summary>A stated time.</summary>
    /// <param name="Length">Greater than zero.</param>
    public sealed record Stated(SimDuration Length) : WarmUp;

    /// <summary>As much as MSER-5 finds in the end-to-end latencies of the run's accepted requests.</summary>
    public sealed record Mser5 : WarmUp;
}
