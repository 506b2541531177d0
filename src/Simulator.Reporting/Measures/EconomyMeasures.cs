using Simulator.Primitives;
using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>How an economy at epoch level fares: prices, service, businesses, supply.</summary>
internal sealed class EconomyMeasures : MeasureSet
{
    /// <summary>Points that charts draw; longer runs are drawn in steps of several epochs.</summary>
    private const int MostPoints = 400;

    private const double CollapsedShare = 0.1;
    private const double DaysPerYear = 365.25;

    private readonly SortedDictionary<string, ObservationSeries> series = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, double> profits = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, double> activeDays = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ConcentrationMeasured> concentrations = new(StringComparer.Ordinal);
    private readonly List<(SimTime At, EpochEnded Epoch)> course = [];
    private int stride = 1;
    private EpochEnded? last;
    private double wanted;
    private double served;
    private double paid;
    private double washed;
    private double changes;
    private double squares;
    private SimTime? collapse;

    public override IReadOnlyList<Metric> Metrics => EconomyMetrics.All;

    public override IEnumerable<MetricQuestion> Figures => last is null ? [] :
    [
        new(EconomyMetrics.Served, Aggregate.Value),
        new(EconomyMetrics.Price, Aggregate.Mean),
        new(EconomyMetrics.Volatility, Aggregate.Value),
        new(EconomyMetrics.InferencePrice, Aggregate.Mean),
        new(EconomyMetrics.Load, Aggregate.Mean),
        new(EconomyMetrics.Wait, Aggregate.Mean),
        new(EconomyMetrics.Checked, Aggregate.Mean),
        new(EconomyMetrics.SecurityBudget, Aggregate.Mean),
        new(EconomyMetrics.Circulating, Aggregate.Value),
        new(EconomyMetrics.Staked, Aggregate.Value),
        new(EconomyMetrics.Collapse, Aggregate.Value),
        .. last.Groups.SelectMany(group => new MetricQuestion[]
        {
            new(EconomyMetrics.Active, Aggregate.Count, group.Group),
            new(EconomyMetrics.Profit, Aggregate.Value, group.Group),
            new(EconomyMetrics.Churn, Aggregate.Value, group.Group),
            new(EconomyMetrics.Gini, Aggregate.Value, group.Group),
            new(EconomyMetrics.Nakamoto, Aggregate.Count, group.Group),
        }),
    ];

    /// <summary>Some epochs of the run at equal distances, at most <see cref="MostPoints"/>, and how many each stands for.</summary>
    public (IReadOnlyList<(SimTime At, EpochEnded Epoch)> Epochs, int Stride) Course => (course, stride);

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case EpochEnded epoch: Add(epoch, fact.At); break;
            case ConcentrationMeasured said: concentrations[said.Group] = said; break;
            default: break;
        }
    }

    public override ObservationSeries? Series(string metric, string? group) =>
        series.GetValueOrDefault(metric);

    public override long CountOf(string metric, string? group)
    {
        IEnumerable<BusinessesFared> groups = (last?.Groups ?? []).Where(fared => group is null || fared.Group == group);
        return metric switch
        {
            EconomyMetrics.Active => groups.Sum(fared => fared.Active),
            EconomyMetrics.Entered => groups.Sum(fared => fared.Entered),
            EconomyMetrics.Left => groups.Sum(fared => fared.Left),
            EconomyMetrics.Nakamoto => concentrations.Values.Where(said => group is null || said.Group == group)
                .Sum(said => said.Nakamoto),
            _ => throw Invariant.Unreachable(metric),
        };
    }

    public override double? Amount(string metric, string? group) => last is null ? null : metric switch
    {
        EconomyMetrics.Served => wanted > 0 ? served / wanted : null,
        EconomyMetrics.Profit => ProfitOf(group),
        EconomyMetrics.Churn => ChurnOf(group),
        EconomyMetrics.Gini => group is not null && concentrations.TryGetValue(group, out ConcentrationMeasured? said)
            && !double.IsNaN(said.Gini) ? said.Gini : null,
        EconomyMetrics.Volatility => Volatility(),
        EconomyMetrics.Circulating => last.Circulating.ToDouble(),
        EconomyMetrics.Staked => last.Staked.ToDouble(),
        EconomyMetrics.Emitted => last.Security.ToDouble(),
        EconomyMetrics.Wash => paid > 0 ? washed / (paid + washed) : null,
        EconomyMetrics.Collapse => collapse is { } at ? (at - SimTime.Start).TotalSeconds : null,
        _ => throw Invariant.Unreachable(metric),
    };

    private void Add(EpochEnded epoch, SimTime at)
    {
        double days = epoch.Length.TotalSeconds / SimDuration.FromDays(1).TotalSeconds;
        if (last is not null)
        {
            double change = PortableMath.Log(epoch.Price / last.Price);
            changes += change;
            squares += change * change;
        }

        last = epoch;
        wanted += epoch.Wanted;
        served += epoch.Served;
        paid += epoch.Paid.ToDouble();
        washed += epoch.WashTraded.ToDouble();
        collapse ??= epoch.Served < CollapsedShare * epoch.Wanted ? at : null;
        Add(EconomyMetrics.Price, epoch.Price);
        Add(EconomyMetrics.InferencePrice, epoch.InferencePrice);
        Add(EconomyMetrics.Load, epoch.Load);
        Add(EconomyMetrics.Wait, epoch.Wait);
        Add(EconomyMetrics.Checked, epoch.Checked);
        Add(EconomyMetrics.SecurityBudget, epoch.Security.ToDouble() * epoch.Price / days);
        foreach (BusinessesFared group in epoch.Groups)
        {
            activeDays[group.Group] = activeDays.GetValueOrDefault(group.Group) + (group.Active * days);
            profits[group.Group] = profits.GetValueOrDefault(group.Group)
                + (double.IsNaN(group.Profit) ? 0 : group.Profit * group.Active * days);
        }

        Draw(epoch, at);
    }

    private void Draw(EpochEnded epoch, SimTime at)
    {
        if (epoch.Epoch % stride == 0)
        {
            course.Add((at, epoch));
        }

        if (course.Count > MostPoints)
        {
            stride *= 2;
            course.RemoveAll(point => point.Epoch.Epoch % stride != 0);
        }
    }

    private void Add(string name, double value)
    {
        if (!series.TryGetValue(name, out ObservationSeries? values))
        {
            series[name] = values = new ObservationSeries();
        }

        values.Add(value);
    }

    private double? ChurnOf(string? group)
    {
        double years = activeDays.Where(days => group is null || days.Key == group).Sum(days => days.Value) / DaysPerYear;
        return years > 0 ? CountOf(EconomyMetrics.Left, group) / years : null;
    }

    private double? ProfitOf(string? group)
    {
        double days = activeDays.Where(pair => group is null || pair.Key == group).Sum(pair => pair.Value);
        double profit = profits.Where(pair => group is null || pair.Key == group).Sum(pair => pair.Value);
        return days > 0 ? profit / days : null;
    }

    private double? Volatility()
    {
        int steps = last!.Epoch;
        double years = last.Length.TotalSeconds / SimDuration.FromDays(1).TotalSeconds / DaysPerYear;
        return steps < 2 ? null : Math.Sqrt(Math.Max(0, squares - (changes * changes / steps)) / (steps - 1) / years);
    }
}
