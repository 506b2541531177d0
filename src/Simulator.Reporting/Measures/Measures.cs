using Simulator.Primitives;
using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>A run's metrics, made from its observations while they stream by.</summary>
/// <remarks>
/// Memory depends on what is open and on <see cref="ObservationSeries.DefaultExactLimit"/>, not on the run's length.
/// Latencies and prices are those of accepted requests, in the order the requests ended.
/// </remarks>
public sealed class Measures : IObserver
{
    private readonly RequestFold requests;
    private readonly SettlementFold settlements;
    private readonly RevertFold reverts;
    private readonly ChainMeasures chains = new();
    private readonly TrialSeries settledJobs = new();
    private readonly FlowMeasures money = new();
    private readonly MeasureSet[] sets;
    private readonly Dictionary<string, MeasureSet> setOf;
    private readonly GroupMeasures all = new();
    private readonly SortedDictionary<string, GroupMeasures> groups = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> refusals = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> rejections = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> settlementRefusals = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ObservationSeries> series = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly PhaseMeasures phases = new();
    private readonly CommitMeasures commits;
    private readonly PipeMeasures pipe;
    private readonly WarmUpCut cut;
    private readonly RegistryMeasures registry = new();
    private OpgAmount settled;
    private long revertedSettlements;

    /// <param name="duration">Simulated time the run is meant to take; sets the width of the bins over time.</param>
    /// <param name="warmUp">What figures leave out at the start; null for nothing.</param>
    public Measures(SimDuration duration, WarmUp? warmUp = null)
    {
        requests = new RequestFold(Finish);
        settlements = new SettlementFold(Finish);
        reverts = new RevertFold(_ => revertedSettlements++);
        OverTime = new TimeBins(duration);
        foreach (Metric metric in Metrics.All.Except(MeasureSets.Metrics))
        {
            if (metric.Kind == MetricKind.Distribution)
            {
                series[metric.Name] = new ObservationSeries();
            }
            else
            {
                counts[metric.Name] = 0;
            }
        }

        sets = MeasureSets.Create(OverTime.AskingEnd, OverTime.Width);
        setOf = sets.SelectMany(set => set.Metrics.Select(metric => (metric.Name, set)))
            .ToDictionary(pair => pair.Name, pair => pair.set, StringComparer.Ordinal);
        commits = new CommitMeasures(series["latency.commit"], series["consensus.rounds"]);
        pipe = new PipeMeasures(series, counts);
        cut = new WarmUpCut(warmUp, OverTime.Width, Measure, Measure, LeaveOutBefore);
    }

    /// <summary>
    /// How far simulated time came; the time of the last observation unless someone who knows better says so.
    /// </summary>
    public SimTime End { get; private set; }

    public TimeBins OverTime { get; }

    /// <summary>What is left out at the start; null where nothing is to be, or while it is not known.</summary>
    public WarmUpFinding? WarmUp => cut.Finding;

    /// <summary>Refusals by the protocol's own names.</summary>
    public IReadOnlyDictionary<string, long> Refusals => refusals;

    /// <summary>Why users did not accept answers, by name.</summary>
    public IReadOnlyDictionary<string, long> Rejections => rejections;

    /// <summary>Why settlement jobs moved no money, by name.</summary>
    public IReadOnlyDictionary<string, long> SettlementRefusals => settlementRefusals;

    public SettlementCounts Settlements => new(
        settledJobs.Successes, settledJobs.Trials - settledJobs.Successes, revertedSettlements, reverts.Lost.Count);

    /// <summary>Refused registrations of enclaves, by the registry's own names.</summary>
    public IReadOnlyDictionary<string, long> RegistrationRefusals => registry.Refusals;

    /// <summary>By the perpetrators' group and the fraud's name, ordinal.</summary>
    public IReadOnlyList<FraudSummary> Frauds =>
        [.. Fraud.Kinds.Select(kind => FraudSummary.Of(
            kind.Key.Group, kind.Key.Fraud, kind.Value, Fraud.PayoffOfOne(kind.Key.Group)))];

    /// <summary>Notices of subjects in which nobody cheated: mistakes, and accusations that are false.</summary>
    public long UnfoundedNotices => Fraud.Unfounded;

    public IEnumerable<Flow> Flows => money.All;

    public Supply Supply => money.Supply;

    /// <summary>Groups of users that made requests.</summary>
    public IEnumerable<string> Groups => groups.Keys;

    public RequestCounts Requests => new(
        counts["requests.issued"],
        all.CountOf(RequestFate.Accepted),
        all.CountOf(RequestFate.Refused),
        all.CountOf(RequestFate.Rejected),
        all.CountOf(RequestFate.TimedOut),
        requests.OpenCount);

    internal PhaseMeasures Phases => phases;

    internal ObservationSeries EndToEnd => all.EndToEnd;

    internal OpgAmount Settled => settled - reverts.Lost.Amount;

    /// <summary>Fees of the transactions that stand, in wei.</summary>
    internal UInt128 Fees => chains.Fees;

    /// <summary>Standard figures of every subject that occurs in the run.</summary>
    internal IEnumerable<MetricQuestion> Figures => sets.SelectMany(set => set.Figures);

    internal SchedulingMeasures Scheduling => sets.OfType<SchedulingMeasures>().Single();

    internal EconomyMeasures Economy => sets.OfType<EconomyMeasures>().Single();

    internal AccessMeasures Access => sets.OfType<AccessMeasures>().Single();

    internal EvidenceMeasures Evidence => sets.OfType<EvidenceMeasures>().Single();


    public void Observe(in ObservedFact fact)
    {
        End = SimTime.Max(End, fact.At);
        Count(fact);
        registry.Observe(fact, name => counts[name]++);
        requests.Observe(fact);
        settlements.Observe(fact);
        reverts.Observe(fact);
        chains.Observe(fact);
        money.Observe(fact);
        commits.Observe(fact);
        pipe.Observe(fact);
        foreach (MeasureSet set in sets)
        {
            set.Observe(fact);
        }
    }

    public void Complete() => Complete(End);

    /// <summary>The run is over, at a time that may lie after the last observation.</summary>
    public void Complete(SimTime end)
    {
        End = SimTime.Max(End, end);
        OverTime.ExtendTo(End);
        cut.Complete();
        foreach (MeasureSet set in sets)
        {
            set.Complete(End);
        }
    }

    /// <summary>
    /// Answers a question about the run. Names that do not exist come back as a problem, never as zero.
    /// </summary>
    public MeasureResult Evaluate(MetricQuestion question) => new MetricEvaluator(this).Evaluate(question);

    /// <inheritdoc cref="Evaluate(MetricQuestion)"/>
    public MeasureResult Evaluate(string metric, Aggregate aggregate, string? group = null) =>
        Evaluate(new MetricQuestion(metric, aggregate, group));

    internal ObservationSeries? Series(string metric, string? group)
    {
        if (setOf.TryGetValue(metric, out MeasureSet? set))
        {
            return set.Series(metric, group);
        }

        GroupMeasures? scope = group is null ? all : groups.GetValueOrDefault(group);
        return metric switch
        {
            "latency.end_to_end" => scope?.EndToEnd,
            "price" => scope?.Price,
            "revocation.delay" => registry.RevocationDelay,
            _ => series.GetValueOrDefault(metric),
        };
    }

    internal TrialSeries? Fate(string metric, string? group) => metric switch
    {
        "settlements.succeeded" => settledJobs,
        _ when setOf.TryGetValue(metric, out MeasureSet? set) => set.Fate(metric, group),
        _ => (group is null ? all : groups.GetValueOrDefault(group))?.Fate(metric),
    };

    /// <summary>Requests that ended so, warm-up included; null for what is no fate of requests.</summary>
    internal (long Count, long Of)? FateCount(string metric, string? group) => GroupMeasures.FateOf(metric) is { } fate
        && (group is null ? all : groups.GetValueOrDefault(group)) is { } scope ? (scope.CountOf(fate), scope.Ended) : null;

    /// <summary>How many of how many; null for a metric whose trials are correlated.</summary>
    internal (long Count, long Of)? ShareOf(string metric, string? group) => metric switch
    {
        "settlements.failed" => (Settlements.Failed, settledJobs.Trials),
        "settlements.reverted" => (Settlements.Reverted, Settlements.Succeeded),
        "settlements.lost" => (Settlements.Lost, Settlements.Succeeded),
        _ => setOf.GetValueOrDefault(metric)?.ShareOf(metric, group),
    };

    internal long CountOf(string metric, string? group = null) => metric == "requests.open" ? requests.OpenCount
        : metric == "blocks.committed" ? commits.Blocks
        : setOf.TryGetValue(metric, out MeasureSet? set) ? set.CountOf(metric, group)
        : chains.CountOf(metric) ?? counts[metric];

    /// <summary>A metric of money; in its unit, null when there is nothing.</summary>
    internal double? AmountOf(string metric, string? group) => metric switch
    {
        "profit" => group is null ? null : money.ProfitOpg(group),
        _ => setOf.TryGetValue(metric, out MeasureSet? set) ? set.Amount(metric, group) : null,
    };

    private FraudMeasures Fraud => sets.OfType<FraudMeasures>().Single();

    private void Count(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case RequestIssued: counts["requests.issued"]++; OverTime.Issue(fact.At); break;
            case SessionOpened: counts["sessions.opened"]++; break;
            case ValidatorSlashed: counts["validators.slashed"]++; break;
            default: break;
        }
    }

    private void Finish(RequestRecord request)
    {
        SimTime at = request.FinishedAt!.Value;
        OverTime.Finish(at, request.Fate, at - request.IssuedAt);
        all.Count(request);
        Group(request.Group).Count(request);
        switch (request.Fate)
        {
            case RequestFate.Refused: Increment(refusals, request.Reason); break;
            case RequestFate.Rejected: Increment(rejections, request.Reason); break;
            default: break;
        }

        cut.Hear(request);
    }

    private void LeaveOutBefore(SimTime from)
    {
        OverTime.LeaveOutBefore(from);
        Array.ForEach(sets, set => set.LeaveOutBefore(from));
    }

    private void Measure(RequestRecord request)
    {
        all.Add(request);
        Group(request.Group).Add(request);
        if (request.Fate != RequestFate.Accepted)
        {
            return;
        }

        phases.Add(request);
        foreach (RequestPhase phase in RequestPhases.All)
        {
            if (request.In(phase) is { } span)
            {
                series[phase.MetricName()].Add(Math.Max(0, span.TotalSeconds));
            }
        }
    }

    private void Finish(SettlementRecord settlement)
    {
        settledJobs.Add(settlement.Succeeded);
        if (!settlement.Succeeded)
        {
            Increment(settlementRefusals, settlement.Refusal);
            return;
        }

        OpgAmount amount = settlement.Settled ?? OpgAmount.Zero;
        settled += amount;
        series["settlement.amount"].Add(amount.ToDouble());
        cut.Hear(settlement);
    }

    private void Measure(SettlementRecord settlement)
    {
        if (settlement.Delay is { } delay)
        {
            series["settlement.delay"].Add(Math.Max(0, delay.TotalSeconds));
        }
    }

    private GroupMeasures Group(string name)
    {
        if (!groups.TryGetValue(name, out GroupMeasures? group))
        {
            groups[name] = group = new GroupMeasures();
        }

        return group;
    }

    private static void Increment(SortedDictionary<string, long> tally, string? reason)
    {
        string name = reason ?? "unnamed";
        tally[name] = tally.GetValueOrDefault(name) + 1;
    }
}
