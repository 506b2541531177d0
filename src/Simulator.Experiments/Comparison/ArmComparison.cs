using Simulator.Reporting;
using Simulator.Statistics;

namespace Simulator.Experiments;

/// <summary>Two sides, figure by figure: which differences are real.</summary>
/// <param name="First">The first side's name.</param>
/// <param name="Second">The second side's name.</param>
/// <param name="IsPaired">Both sides had the same luck, replication by replication.</param>
/// <param name="Figures">Those that both sides have, in the order of a run's summary.</param>
public sealed record ArmComparison(
    string First, string Second, bool IsPaired, IReadOnlyList<ComparedFigure> Figures)
{
    /// <summary>
    /// Compares a side with another. Runs of one seed and replication are compared with one another; sides of other
    /// luck, by their means; single runs of other luck, by what each knows of its own uncertainty.
    /// </summary>
    public static ArmComparison Of(ComparedArm first, ComparedArm second)
    {
        bool isPaired = first.Seed == second.Seed;
        List<(string Name, MetricUnit Unit, Func<Confidence, Estimate> At)> pairs = [];
        foreach ((string name, MetricUnit unit) in first.Figures)
        {
            if (second.Find(name) is { } right && first.Find(name) is { } left)
            {
                pairs.Add((name, unit, DifferenceOf(left, right, isPaired)));
            }
        }

        // What is equal in every run needs no test and makes none stricter.
        bool[] isSame = [.. pairs.Select(pair => pair.At(Confidence.Default) is { Value: 0, Lower: 0, Upper: 0 })];
        int[] tested = [.. Enumerable.Range(0, pairs.Count).Where(i => !isSame[i])];
        Confidence[] levels = Holm.Levels(
            [.. tested.Select(i => (Func<Confidence, bool>)(level => LeavesOutZero(pairs[i].At(level))))]);
        bool[] isReal = new bool[pairs.Count];
        for (int t = 0; t < tested.Length; t++)
        {
            isReal[tested[t]] = LeavesOutZero(pairs[tested[t]].At(levels[t]));
        }

        IEnumerable<ComparedFigure> figures = pairs.Select((pair, i) => new ComparedFigure(
            pair.Name,
            pair.Unit,
            Rounding.Twelve(Mean(first.Find(pair.Name)!)),
            Rounding.Twelve(Mean(second.Find(pair.Name)!)),
            Rounding.Twelve(pair.At(Confidence.Default)),
            isReal[i],
            isSame[i]));
        return new ArmComparison(first.Name, second.Name, isPaired, [.. figures]);
    }

    private static double Mean(ComparedArm.Side side) => Moments.Of([.. side.Values.Values]).Mean;

    private static bool LeavesOutZero(Estimate difference) => difference.Lower > 0 || difference.Upper < 0;

    private static Func<Confidence, Estimate> DifferenceOf(ComparedArm.Side left, ComparedArm.Side right, bool isPaired)
    {
        int[] common = [.. left.Values.Keys.Where(right.Values.ContainsKey)];
        if (isPaired && common.Length > 1)
        {
            double[] before = [.. common.Select(replication => left.Values[replication])];
            double[] after = [.. common.Select(replication => right.Values[replication])];
            return level => PairedDifference.Of(after, before, level).Difference;
        }

        if (left.Values.Count > 1 && right.Values.Count > 1)
        {
            Moments before = Moments.Of([.. left.Values.Values]);
            Moments after = Moments.Of([.. right.Values.Values]);
            return level => WelchDifference.Of(after, before, level).Difference;
        }

        return level => OfSingleRuns(left, right, level);
    }

    // The same luck gives the same figures: a difference between single runs is then what the change did to this luck,
    // and each run's own interval, which knows nothing of the other run, is rather too wide.
    private static Estimate OfSingleRuns(ComparedArm.Side left, ComparedArm.Side right, Confidence level)
    {
        const string method = "two runs, their own intervals taken as independent";
        double difference = Mean(right) - Mean(left);
        bool isExact = left.First.HalfWidth is 0 && right.First.HalfWidth is 0;
        if (difference == 0 && isExact)
        {
            return Estimate.Exact(0, 2);
        }

        if (isExact || left.First.HalfWidth is not { } before || right.First.HalfWidth is not { } after)
        {
            return Estimate.WithoutInterval(difference, 2, "one run each, replications would tell");
        }

        double factor = level.NormalFactor() / Confidence.Default.NormalFactor();
        return Estimate.Symmetric(difference, factor * Math.Sqrt((before * before) + (after * after)), 2, method);
    }
}
