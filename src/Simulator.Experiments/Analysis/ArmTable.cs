using Simulator.Reporting;
using Simulator.Statistics;

namespace Simulator.Experiments;

/// <summary>The figures of one arm, collected run by run in order of replication.</summary>
internal sealed class ArmTable
{
    private readonly Dictionary<string, Column> columns = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, CheckerTally> tallies = new(StringComparer.Ordinal);

    public ArmTable(IEnumerable<ExperimentRun> runs)
    {
        foreach (ExperimentRun run in runs)
        {
            if (run.Figures is { } figures)
            {
                Add(figures, run.Replication);
            }
            else
            {
                Failed++;
            }
        }
    }

    public int Finished { get; private set; }

    public int Failed { get; private set; }

    /// <summary>What the runs looked like besides.</summary>
    public ArmShapeSum Shape { get; } = new();

    /// <summary>What all runs of the arm say about a figure; null when none of them observed anything.</summary>
    public ArmEvidence? Find(string figure) => columns.TryGetValue(figure, out Column? column)
        ? new ArmEvidence(column.Unit, column.Moments, column.Only, Finished - (int)column.Moments.Count)
        : null;

    /// <summary>A figure's value by replication; empty when no run observed anything.</summary>
    public IReadOnlyDictionary<int, double> ValuesOf(string figure) =>
        columns.TryGetValue(figure, out Column? column) ? column.Values : Column.None;

    /// <summary>What a judge counted in all runs of the arm; null when it sat in none.</summary>
    public CheckerTally? Judge(string checker) => tallies.GetValueOrDefault(checker);

    private void Add(RunFigures run, int replication)
    {
        Finished++;
        if (run.Shape is { } shape)
        {
            Shape.Add(shape);
        }

        foreach (NamedFigure figure in run.Figures)
        {
            if (!columns.TryGetValue(figure.Name, out Column? column))
            {
                columns.Add(figure.Name, column = new Column(figure.Unit));
            }

            column.Add(replication, figure.Estimate);
        }

        foreach (CheckerTally tally in run.Checkers)
        {
            CheckerTally so = tallies.GetValueOrDefault(tally.Checker) ?? new CheckerTally(tally.Checker, 0, 0, null);
            string? first = tally.First is null
                ? null
                : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"replication {replication}, {tally.First}");
            tallies[tally.Checker] = new CheckerTally(
                tally.Checker, so.Judged + tally.Judged, so.Violations + tally.Violations, so.First ?? first);
        }
    }

    private sealed class Column(MetricUnit unit)
    {
        public static readonly SortedList<int, double> None = [];

        public MetricUnit Unit => unit;

        public Moments Moments { get; } = new();

        /// <summary>Two arrays: an experiment of many runs keeps every figure of an arm at once.</summary>
        public SortedList<int, double> Values { get; } = [];

        /// <summary>The one run's own estimate; meaningless when there are more.</summary>
        public Estimate? Only { get; private set; }

        public void Add(int replication, Estimate estimate)
        {
            Moments.Add(estimate.Value);
            Values[replication] = estimate.Value;
            Only = estimate;
        }
    }
}
