using Simulator.Primitives;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>Turns a question about a metric into a figure with its interval.</summary>
internal sealed class MetricEvaluator(Measures measures)
{
    private const int BatchesOfBins = 10;
    private const double WeiPerGwei = 1e9;

    public MeasureResult Evaluate(MetricQuestion question)
    {
        if (Metrics.Find(question.Metric) is not { } metric)
        {
            return Problem(question, MetricUnit.Unset, $"there is no metric named '{question.Metric}'");
        }

        if (!metric.Allows(question.Aggregate))
        {
            return Problem(question, metric.Unit, $"'{question.Aggregate}' makes no sense for '{metric.Name}'");
        }

        if (question.Group is not null && !metric.ByGroup)
        {
            return Problem(question, metric.Unit, $"'{metric.Name}' is not measured by group");
        }

        MetricUnit unit = UnitOf(metric, question.Aggregate);
        return Estimate(metric, question) is { } estimate
            ? new MeasureResult(question, unit, Round(estimate), null)
            : Problem(question, unit, "nothing observed");
    }

    private static MeasureResult Problem(MetricQuestion question, MetricUnit unit, string problem) =>
        new(question, unit, null, problem);

    private static MetricUnit UnitOf(Metric metric, Aggregate aggregate) => aggregate.Kind switch
    {
        AggregateKind.Count => MetricUnit.Count,
        AggregateKind.Share => MetricUnit.Share,
        _ => metric.Unit,
    };

    private Estimate? Estimate(Metric metric, MetricQuestion question) => metric.Kind switch
    {
        MetricKind.Distribution => OfSeries(measures.Series(metric.Name, question.Group), question.Aggregate),
        MetricKind.Fate when measures.ShareOf(metric.Name, question.Group) is { } jobs =>
            OfShare(jobs.Count, jobs.Of, question.Aggregate),
        MetricKind.Fate when question.Aggregate.Kind != AggregateKind.Share
            && measures.FateCount(metric.Name, question.Group) is { } fate => Statistics.Estimate.Exact(fate.Count, fate.Of),
        MetricKind.Fate => OfTrials(measures.Fate(metric.Name, question.Group), question.Aggregate),
        MetricKind.Count => OfCount(measures.CountOf(metric.Name, question.Group)),
        MetricKind.Rate => OfRate(metric.Name),
        MetricKind.Amount => OfAmount(metric.Name, question.Group),
        MetricKind.Unset => throw Invariant.Unreachable(metric),
    };

    private static Estimate? OfSeries(ObservationSeries? series, Aggregate aggregate)
    {
        if (series is null || (series.Count == 0 && aggregate.Kind != AggregateKind.Count))
        {
            return null;
        }

        return aggregate.Kind switch
        {
            AggregateKind.Mean => series.Mean(),
            AggregateKind.Quantile => series.Quantile(aggregate.Level),
            AggregateKind.Min => Statistics.Estimate.Exact(series.Minimum, series.Count),
            AggregateKind.Max => Statistics.Estimate.Exact(series.Maximum, series.Count),
            AggregateKind.Sum => Statistics.Estimate.Exact(series.Sum, series.Count),
            AggregateKind.Count => Statistics.Estimate.Exact(series.Count, series.Count),
            _ => null,
        };
    }

    private static Estimate? OfTrials(TrialSeries? trials, Aggregate aggregate) => (trials, aggregate.Kind) switch
    {
        (null, _) => null,
        ({ Trials: 0 }, AggregateKind.Share) => null,
        (_, AggregateKind.Share) => trials.Share(),
        _ => Statistics.Estimate.Exact(trials.Successes, trials.Trials),
    };

    private static Estimate OfCount(long count) => Statistics.Estimate.Exact(count, count);

    private static Estimate? OfShare(long count, long of, Aggregate aggregate) => (of, aggregate.Kind) switch
    {
        (0, AggregateKind.Share) => null,
        (_, AggregateKind.Share) => ProportionInterval.Wilson(count, of),
        _ => Statistics.Estimate.Exact(count, of),
    };

    // Over the time in which users ask: the drain after it would dilute every rate.
    private Estimate? OfRate(string metric)
    {
        TimeBins time = measures.OverTime;
        SimTime end = SimTime.Min(measures.End, time.AskingEnd);
        double seconds = (end - time.From).TotalSeconds;
        if (seconds <= 0)
        {
            return null;
        }

        bool issued = metric == "throughput.issued";
        long total = issued ? time.IssuedWhileAsking : time.AcceptedWhileAsking;
        double width = time.Width.TotalSeconds;
        int complete = (int)Math.Min(time.Bins.Count, (long)Math.Floor((end - SimTime.Start).TotalSeconds / width));
        double[] rates =
            [.. time.Bins.Take(complete).Where(bin => bin.Start >= time.From).Select(bin => (issued ? bin.Issued : bin.Accepted) / width)];
        if (rates.Length < BatchesOfBins * BatchMeans.SmallestBatch)
        {
            return Statistics.Estimate.WithoutInterval(
                total / seconds, total, "rate while users ask, too few bins for batches");
        }

        Estimate batches = BatchMeans.Of(rates, batches: BatchesOfBins);
        return Statistics.Estimate.Symmetric(
            total / seconds, batches.HalfWidth ?? 0, total, "rate while users ask, 10 batch means over bins");
    }

    private Estimate? OfAmount(string metric, string? group)
    {
        Supply supply = measures.Supply;
        double? value = metric switch
        {
            "supply.initial" => supply.Initial.ToDouble(),
            "supply.minted" => supply.Minted.ToDouble(),
            "supply.burned" => supply.Burned.ToDouble(),
            "supply.final" => supply.Final.ToDouble(),
            "settled" => measures.Settled.ToDouble(),
            "fees.paid" => (double)measures.Fees / WeiPerGwei,
            _ => measures.AmountOf(metric, group),
        };
        long count = metric switch
        {
            "settled" => measures.Settlements.Succeeded - measures.Settlements.Lost,
            "fees.paid" => measures.CountOf("transactions"),
            _ => 1,
        };
        return value is { } amount ? Statistics.Estimate.Exact(amount, count) : null;
    }

    // Twelve significant digits: the last bits of a distribution's quantile may differ between platforms.
    private static Estimate Round(Estimate estimate) => estimate with
    {
        Value = Figures.Round(estimate.Value),
        Lower = estimate.Lower is { } lower ? Figures.Round(lower) : null,
        Upper = estimate.Upper is { } upper ? Figures.Round(upper) : null,
    };
}
