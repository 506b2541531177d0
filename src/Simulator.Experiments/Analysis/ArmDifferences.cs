using Simulator.Reporting;
using Simulator.Statistics;

namespace Simulator.Experiments;

/// <summary>What arms differ in from the first one, replication by replication: what both have in common cancels.</summary>
internal static class ArmDifferences
{
    /// <summary>Every figure that both arms have in at least two replications, with p-values of each test alone.</summary>
    public static IReadOnlyList<FigureDifference> Of(
        IEnumerable<(string Name, MetricUnit Unit)> figures, ArmTable first, ArmTable arm)
    {
        List<FigureDifference> differences = [];
        foreach ((string name, MetricUnit unit) in figures)
        {
            if (Paired(arm.ValuesOf(name), first.ValuesOf(name)) is { } paired)
            {
                differences.Add(Of(name, unit, paired));
            }
        }

        return differences;
    }

    /// <summary>One figure's paired difference; null below two common replications.</summary>
    public static PairedDifference? Paired(IReadOnlyDictionary<int, double> left, IReadOnlyDictionary<int, double> right)
    {
        int[] common = [.. left.Keys.Where(right.ContainsKey)];
        return common.Length < 2
            ? null
            : PairedDifference.Of(
                [.. common.Select(replication => left[replication])], [.. common.Select(replication => right[replication])]);
    }

    public static FigureDifference Of(string name, MetricUnit unit, PairedDifference paired) => new(
        name,
        unit,
        Rounding.Twelve(paired.Difference),
        Rounding.Twelve(paired.PValue),
        paired.VarianceReduction is { } reduction ? Rounding.Twelve(reduction) : null);

    /// <summary>The same with p-values that hold for all arms of an experiment together, figure by figure.</summary>
    public static IReadOnlyList<ArmSummary> Corrected(IReadOnlyList<ArmSummary> arms)
    {
        Dictionary<(int Arm, string Figure), double> adjusted = [];
        IEnumerable<IGrouping<string, (int Arm, FigureDifference Difference)>> figures = arms
            .SelectMany(arm => arm.Differences.Select(difference => (arm.Arm, Difference: difference)))
            .Where(entry => entry.Difference.PValue is not null)
            .GroupBy(entry => entry.Difference.Name);
        foreach (IGrouping<string, (int Arm, FigureDifference Difference)> figure in figures)
        {
            (int Arm, FigureDifference Difference)[] family = [.. figure];
            double[] values = Holm.Adjust([.. family.Select(entry => entry.Difference.PValue!.Value)]);
            for (int i = 0; i < family.Length; i++)
            {
                adjusted[(family[i].Arm, figure.Key)] = values[i];
            }
        }

        return
        [
            .. arms.Select(arm => arm with
            {
                Differences =
                [
                    .. arm.Differences.Select(difference => difference with
                    {
                        PValue = adjusted.TryGetValue((arm.Arm, difference.Name), out double value) ? Rounding.Twelve(value) : null,
                    }),
                ],
            }),
        ];
    }
}
