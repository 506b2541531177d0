using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting.Tests;

/// <summary>Attempts, notices and losses of frauds, by the group that cheats.</summary>
public sealed class FraudMeasuresTests
{
    [Fact]
    public void The_first_notice_of_an_attempt_counts_and_later_ones_do_not()
    {
        Measures measures = Of(
            (1, Attempt("a", "cheaters")),
            (2, Attempt("b", "cheaters")),
            (4, new FraudNoticed("a", "users/1", "tee_signature_invalid")),
            (9, new FraudNoticed("a", "users/2", "other")));

        Assert.Equal(2, Value(measures, "fraud.attempted", Aggregate.Value, "cheaters"));
        Assert.Equal(0.5, Value(measures, "fraud.noticed", Aggregate.Share, "cheaters"));
        Assert.Equal(3, Value(measures, "fraud.delay", Aggregate.Mean, "cheaters"));
    }

    [Fact]
    public void Losses_add_up_exactly_and_belong_to_the_group_that_cheated()
    {
        Measures measures = Of(
            (1, Attempt("a", "cheaters")),
            (1, Attempt("b", "liars")),
            (2, new FraudLoss("a", "users/1", OpgAmount.FromWholeOpg(2))),
            (3, new FraudLoss("a", "users/2", OpgAmount.FromWholeOpg(3))),
            (3, new FraudLoss("b", "users/2", OpgAmount.FromWholeOpg(7))));

        Assert.Equal(5, Value(measures, "fraud.loss", Aggregate.Value, "cheaters"));
        Assert.Equal(7, Value(measures, "fraud.loss", Aggregate.Value, "liars"));
        Assert.Equal(12, Value(measures, "fraud.loss", Aggregate.Value, null));
    }

    [Fact]
    public void A_member_is_caught_once_however_often_it_is_noticed()
    {
        Measures measures = Of(
            (1, new FraudAttempted("cheaper_model", "cheaters/1", "cheaters", "a")),
            (1, new FraudAttempted("cheaper_model", "cheaters/1", "cheaters", "b")),
            (1, new FraudAttempted("cheaper_model", "cheaters/2", "cheaters", "c")),
            (2, new FraudNoticed("a", "auditors/1", "wrong_answer")),
            (3, new FraudNoticed("b", "auditors/2", "wrong_answer")));

        Assert.Equal(0.5, Value(measures, "fraud.caught", Aggregate.Share, "cheaters"));
        Assert.Equal(1, Value(measures, "fraud.caught", Aggregate.Count, "cheaters"));
        Assert.Equal(2, measures.Frauds.Single().Witnesses["auditors"]);
    }

    [Fact]
    public void A_notice_without_an_attempt_is_unfounded()
    {
        Measures measures = Of((1, new FraudNoticed("c", "users/1", "mistake")));

        Assert.Equal(1, measures.UnfoundedNotices);
        Assert.Empty(measures.Frauds);
    }

    [Fact]
    public void What_is_noticed_after_a_day_is_not_counted_any_more()
    {
        long day = 86_400;
        Measures measures = Of(
            (1, Attempt("a", "cheaters")),
            (day + 2, Attempt("b", "cheaters")),
            (day + 3, new FraudNoticed("a", "users/1", "late")));

        Assert.Equal(0, Value(measures, "fraud.noticed", Aggregate.Share, "cheaters"));
    }

    [Fact]
    public void A_payoff_is_profit_less_costs_less_slashed_stake()
    {
        Measures measures = Of(
            (1, new CostIncurred("nodes/1", "nodes", OpgAmount.FromWholeOpg(2), "inference")),
            (2, new ValidatorSlashed("inference", 3, "nodes/2", default, OpgAmount.FromWholeOpg(5))));

        Assert.Equal(2, Value(measures, "costs", Aggregate.Value, "nodes"));
        Assert.Equal(-7, Value(measures, "payoff", Aggregate.Value, "nodes"));
    }

    [Fact]
    public void What_is_left_to_one_member_has_an_interval_over_the_members()
    {
        Address rich = Address.Parse("0x00000000000000000000000000000000000000a1");
        Address poor = Address.Parse("0x00000000000000000000000000000000000000a2");
        Measures measures = Of(
            (1, new PartyDeclared(rich, "cheaters/1", "cheaters", PartyRole.Node)),
            (1, new PartyDeclared(poor, "cheaters/2", "cheaters", PartyRole.Node)),
            (1, Attempt("a", "cheaters")),
            (2, new TokenTransferred("payment", 1, default, poor, rich, OpgAmount.FromWholeOpg(3), "upto_settlement")),
            (2, new TokenTransferred("payment", 1, default, default, poor, OpgAmount.FromWholeOpg(9), "genesis")),
            (3, new CostIncurred("cheaters/1", "cheaters", OpgAmount.FromWholeOpg(1), "inference")),
            (4, new BondTaken(4, "cheaters/2", default, "wrong_answer", OpgAmount.FromWholeOpg(1), OpgAmount.FromWholeOpg(1))));

        Estimate payoff = measures.Frauds.Single().PayoffOfOne!;

        Assert.Equal(-1, payoff.Value);
        Assert.Equal(2, payoff.N);
        Assert.Equal(Value(measures, "payoff", Aggregate.Value, "cheaters"), 2 * payoff.Value);
        Assert.True(payoff.Lower < -30 && payoff.Upper > 30);
    }

    [Fact]
    public void A_single_cheater_has_no_interval() =>
        Assert.Null(Of(
            (1, new PartyDeclared(Address.Parse("0x00000000000000000000000000000000000000a1"), "cheaters/1", "cheaters", PartyRole.Node)),
            (1, Attempt("a", "cheaters"))).Frauds.Single().PayoffOfOne);

    private static FraudAttempted Attempt(string subject, string group) => new("cheaper_model", group + "/1", group, subject);

    private static double? Value(Measures measures, string metric, Aggregate aggregate, string? group) =>
        measures.Evaluate(metric, aggregate, group).Estimate?.Value;

    private static Measures Of(params (long Second, Observation What)[] said)
    {
        Measures measures = new(SimDuration.FromDays(2));
        foreach ((long second, Observation what) in said)
        {
            measures.Observe(new ObservedFact(SimTime.Start + SimDuration.FromSeconds(second), "test", what));
        }

        measures.Complete();
        return measures;
    }
}
