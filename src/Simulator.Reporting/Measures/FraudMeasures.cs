using Simulator.Primitives;
using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>Who cheated how often, what was noticed of it, by what and how late, and whom it cost what.</summary>
/// <remarks>
/// An attempt is open for <see cref="Retention"/>: what is noticed or lost later is not counted. Attempts are taken as
/// independent trials.
/// </remarks>
internal sealed class FraudMeasures : MeasureSet
{
    /// <summary>Memory follows the attempts of this span, not those of the run.</summary>
    public static readonly SimDuration Retention = SimDuration.FromDays(1);

    private readonly Dictionary<string, Attempt> open = new(StringComparer.Ordinal);
    private readonly Queue<(string Subject, SimTime At)> oldest = new();
    private readonly SortedDictionary<(string Group, string Fraud), FraudTally> kinds = [];
    private readonly SortedDictionary<string, FraudTally> groups = new(StringComparer.Ordinal);
    private readonly FraudTally all = new();
    private readonly MemberPayoffs payoffs = new();

    // Who sees only the chain knows a victim by its address.
    private readonly Dictionary<string, string> groupOf = new(StringComparer.Ordinal);

    public override IReadOnlyList<Metric> Metrics => FraudMetrics.All;

    public override IEnumerable<MetricQuestion> Figures => groups.Keys.SelectMany<string, MetricQuestion>(group =>
    [
        new("fraud.attempted", Aggregate.Value, group),
        new("fraud.noticed", Aggregate.Share, group),
        new("fraud.delay", Aggregate.Mean, group),
        new("fraud.loss", Aggregate.Value, group),
        new("payoff", Aggregate.Value, group),
    ]);

    /// <summary>By group of the perpetrators and name of the fraud, in ordinal order.</summary>
    public IReadOnlyDictionary<(string Group, string Fraud), FraudTally> Kinds => kinds;

    /// <summary>Notices of subjects in which nobody cheated: mistakes, and accusations that are false.</summary>
    public long Unfounded { get; private set; }

    /// <summary>Mean payoff of a group's members over its members; null below two.</summary>
    public Estimate? PayoffOfOne(string group) => payoffs.Of(group);

    public override void Observe(in ObservedFact fact)
    {
        payoffs.Observe(fact);
        switch (fact.What)
        {
            case PartyDeclared said: groupOf[said.Address.ToString()] = said.Group; break;
            case FraudAttempted said: Begin(said, fact.At); break;
            case FraudNoticed said: Notice(said, fact.At); break;
            case FraudLoss said: Lose(said); break;
            default: break;
        }
    }

    public override long CountOf(string metric, string? group) => Of(group)?.Attempts ?? 0;

    public override double? Amount(string metric, string? group) => Of(group)?.Loss.ToDouble();

    public override (long Count, long Of)? ShareOf(string metric, string? group) =>
        Of(group) is not { } tally ? null
            : metric == "fraud.caught" ? (tally.Caught, tally.Cheaters)
            : (tally.Noticed, tally.Attempts);

    public override ObservationSeries? Series(string metric, string? group) => Of(group)?.Delay;

    private FraudTally? Of(string? group) => group is null ? all : groups.GetValueOrDefault(group);

    private void Begin(FraudAttempted said, SimTime at)
    {
        Forget(at);
        if (open.ContainsKey(said.Subject))
        {
            return;
        }

        Attempt attempt = new([Get(kinds, (said.Group, said.Fraud)), Get(groups, said.Group), all], said.Perpetrator, at);
        open.Add(said.Subject, attempt);
        oldest.Enqueue((said.Subject, at));
        foreach (FraudTally tally in attempt.Tallies)
        {
            tally.Attempt(said.Perpetrator);
        }
    }

    private void Notice(FraudNoticed said, SimTime at)
    {
        if (!open.TryGetValue(said.Subject, out Attempt? attempt))
        {
            Unfounded++;
            return;
        }

        if (attempt.Noticed)
        {
            return;
        }

        attempt.Noticed = true;
        foreach (FraudTally tally in attempt.Tallies)
        {
            tally.Notice(attempt.Perpetrator, said, at - attempt.At);
        }
    }

    private void Lose(FraudLoss said)
    {
        if (open.TryGetValue(said.Subject, out Attempt? attempt))
        {
            foreach (FraudTally tally in attempt.Tallies)
            {
                tally.Lose(groupOf.GetValueOrDefault(said.Victim) ?? said.Victim.Split('/')[0], said.Amount);
            }
        }
    }

    private void Forget(SimTime now)
    {
        while (oldest.TryPeek(out (string Subject, SimTime At) first) && now - first.At > Retention)
        {
            open.Remove(first.Subject);
            oldest.Dequeue();
        }
    }

    private static FraudTally Get<TKey>(SortedDictionary<TKey, FraudTally> tallies, TKey key)
        where TKey : notnull
    {
        if (!tallies.TryGetValue(key, out FraudTally? tally))
        {
            tallies[key] = tally = new FraudTally();
        }

        return tally;
    }

    private sealed class Attempt(FraudTally[] tallies, string perpetrator, SimTime at)
    {
        public string Perpetrator => perpetrator;

        public IReadOnlyList<FraudTally> Tallies => tallies;

        public SimTime At => at;

        public bool Noticed { get; set; }
    }
}
