using Simulator.Primitives;
using Simulator.Reporting;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Settings;
using Simulator.Statistics;

namespace Simulator.Experiments;

/// <summary>Collects, replication by replication, the curve whose zero an estimate looks for.</summary>
internal sealed class CrossingCurves(CrossingSettings settings, Scenario scenario)
{
    private const int Resamples = 1_000;

    // Value of the key between → place → replication → (sum, count): arms with the same place are averaged.
    private readonly SortedDictionary<double, SortedDictionary<double, SortedDictionary<int, (double Sum, int Count)>>> sides = [];
    private readonly Dictionary<double, ExperimentEstimate> known = [];
    private IReadOnlyList<(double Place, Estimate Height)> means = [];

    public string Name => settings.Name;

    public MetricUnit Unit => UnitOf(settings.Over.Dimension);

    private string Text => settings.Between is { } between
        ? $"{settings.Curve.Text} between the values of {between.Key}"
        : settings.Curve.Text;

    /// <summary>Takes down an arm's part of every curve.</summary>
    public void Hear(IReadOnlyList<ArmValue> values, ArmTable table)
    {
        double? side = settings.Between is { } between ? NumberOf(values, between.Key) : 0;
        if (NumberOf(values, settings.Over.Key) is not { } place || side is null)
        {
            return;
        }

        if (!sides.TryGetValue(side.Value, out SortedDictionary<double, SortedDictionary<int, (double Sum, int Count)>>? heights))
        {
            sides.Add(side.Value, heights = []);
        }

        if (!heights.TryGetValue(place, out SortedDictionary<int, (double Sum, int Count)>? column))
        {
            heights.Add(place, column = []);
        }

        IReadOnlyDictionary<int, double> first = Values(table, settings.Curve.First);
        IReadOnlyDictionary<int, double>? second = settings.Curve.Second is { } term ? Values(table, term) : null;
        foreach ((int replication, double height) in first)
        {
            double taken = 0;
            if (second is null || second.TryGetValue(replication, out taken))
            {
                (double sum, int count) = column.GetValueOrDefault(replication);
                column[replication] = (sum + height - taken, count + 1);
            }
        }
    }

    /// <summary>The crossing with an interval of the confidence asked for.</summary>
    public ExperimentEstimate At(Confidence confidence)
    {
        if (!known.TryGetValue(confidence.Level, out ExperimentEstimate? estimate))
        {
            known.Add(confidence.Level, estimate = Compute(confidence));
        }

        return estimate;
    }

    private static MetricUnit UnitOf(Dimension dimension) => dimension switch
    {
        Dimension.Time => MetricUnit.Seconds,
        Dimension.Opg => MetricUnit.Opg,
        Dimension.Ether => MetricUnit.Gwei,
        Dimension.Usd => MetricUnit.Usd,
        Dimension.Rate => MetricUnit.PerSecond,
        Dimension.Ratio => MetricUnit.Share,
        _ => MetricUnit.Count,
    };

    private static double? NumberOf(IReadOnlyList<ArmValue> values, string key) =>
        values.FirstOrDefault(value => value.Key == key)?.Number;

    private static IReadOnlyDictionary<int, double> Values(ArmTable table, Scenarios.Verdicts.MetricTerm term) =>
        table.ValuesOf(VerdictRequests.Of(term).ToString());

    private ExperimentEstimate Compute(Confidence confidence)
    {
        double[] grid = sides.Count == 0
            ? []
            : [.. sides.Values.First().Keys.Where(place => sides.Values.All(heights => heights.ContainsKey(place)))];
        List<double[]> curves = Curves(grid);
        means = curves.Count == 0 ? [] : [.. grid.Select((place, index) => (
            place, Rounding.Twelve(MeanInterval.Of([.. curves.Select(curve => curve[index])], confidence))))];
        if (grid.Length < 2 || curves.Count < 2)
        {
            return Of(null, "needs at least two places and two replications that observe both metrics everywhere");
        }

        KeyedRandom random = UnitPoints.Random(scenario.Seed, settings.Name);
        return Crossing.Of(grid, curves, random, confidence, Resamples) switch
        {
            SingleCrossing single => Of(
                Rounding.Twelve(single.At), single.Falling ? "falls through zero" : "rises through zero"),
            NoCrossing none => Of(null, SideOf(none)),
            SeveralCrossings several => Of(null, $"crosses zero {Wording.Count(several.Brackets.Count)} times"),
            CrossingEstimate other => throw Invariant.Unreachable(other),
        };
    }

    private List<double[]> Curves(double[] grid)
    {
        IEnumerable<int> replications = grid.Length == 0 ? [] : sides.Values.First()[grid[0]].Keys;
        return
        [
            .. replications.Where(IsWhole).Select(replication => grid.Select(place => Height(place, replication)).ToArray()),
        ];

        bool IsWhole(int replication) =>
            sides.Values.All(heights => grid.All(place => heights[place].ContainsKey(replication)));
    }

    // The figure at the larger value of the key between, less that at the smaller one.
    private double Height(double place, int replication)
    {
        double[] means = [.. sides.Values.Select(heights => heights[place][replication].Sum / heights[place][replication].Count)];
        return settings.Between is null ? means[0] : means[^1] - means[0];
    }

    private static string SideOf(NoCrossing none) => none.Side switch
    {
        CrossingSide.Above => "stays above zero over all values",
        CrossingSide.Below => "stays below zero over all values",
        CrossingSide.Undecided => "cannot be told from zero at any value; more replications would decide",
        CrossingSide.Unset => throw Invariant.Unreachable(none),
    };

    private ExperimentEstimate Of(Estimate? estimate, string note) =>
        new(settings.Name, Text, settings.Over.Key, Unit, estimate, note)
        {
            Heights = means,
            HeightUnit = UnitOf(settings.Curve.First.Dimension),
            PlaceUnit = CanonicalValue.UnitOf(settings.Over.Dimension),
            ClosedForm = settings.ClosedForm is { } form
                ? new ClosedForm(form.Text, settings.Derivation, FormulaValues.Find(form, scenario))
                : null,
        };
}
