using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>What the measures of a run have left out.</summary>
/// <param name="LeftOut">From the start of the run; zero when nothing is.</param>
/// <param name="IsByMser5">MSER-5 found it; otherwise the scenario says so.</param>
/// <param name="IsSettled">False when the run is too short for MSER-5 to tell; then nothing is left out.</param>
public sealed record WarmUpFinding(SimDuration LeftOut, bool IsByMser5, bool IsSettled)
{
    public const string Concerned = "latencies, prices, rates, shares of fates, lengths of queues and delays of settlements";

    /// <summary>One sentence for people.</summary>
    public string Sentence => this switch
    {
        { IsByMser5: false } => $"The first {LeftOut} are left out of {Concerned}, as the scenario says.",
        { IsSettled: false } => "Nothing is left out: the run is too short for MSER-5 to tell where its warm-up ends.",
        { LeftOut.Nanoseconds: 0 } => "Nothing is left out: MSER-5 found no warm-up.",
        _ => $"The first {LeftOut} are left out of {Concerned}, found by MSER-5.",
    };
}
