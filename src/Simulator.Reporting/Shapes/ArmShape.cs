using Simulator.Primitives;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>The shapes of an arm's runs taken together: a mean over replications with its interval at every place.</summary>
/// <param name="Spreads">By metric, an estimate for each of <see cref="RunSpread.Percents"/>.</param>
/// <param name="BinWidth">Of the course.</param>
/// <param name="Asked">Requests asked per second, bin by bin.</param>
/// <param name="Accepted">Answers accepted per second, bin by bin.</param>
/// <param name="Latency">Mean end-to-end latency in seconds by number of the bin, over the runs that accepted answers in it;
/// bins without any are left out.</param>
/// <param name="Flows">OPG by group and cause as a mean over runs, rounded down to whole atto-OPG.</param>
/// <param name="Runs">Runs behind it.</param>
public sealed record ArmShape(
    IReadOnlyList<(string Metric, IReadOnlyList<Estimate> Values)> Spreads,
    SimDuration BinWidth,
    IReadOnlyList<Estimate> Asked,
    IReadOnlyList<Estimate> Accepted,
    IReadOnlyList<(int Bin, Estimate Mean)> Latency,
    IReadOnlyList<Flow> Flows,
    long Runs)
{
    /// <summary>Arms whose shapes are kept and drawn; more lines could not be told apart.</summary>
    public const int MostArms = 8;
}
