using Simulator.Records;
using Simulator.Scenarios.Settings;
using Simulator.Simulation.Tests.Runs;
using Simulator.Statistics;

namespace Simulator.Simulation.Tests.Verification;

/// <summary>Payoffs cross where the closed forms say, measured from payoffs alone.</summary>
public sealed class CrossingTests
{
    private const int Replications = 12;

    [Fact]
    public void Cheating_stops_paying_at_the_audit_rate_of_the_closed_form()
    {
        double[] crossings = new double[Replications];
        for (int replication = 0; replication < Replications; replication++)
        {
            double honest = Payoff("nodes.servers.fraud.share=0", "verifiers.auditors.audit_rate=1/2", replication);
            double below = Payoff("nodes.servers.fraud.share=1", "verifiers.auditors.audit_rate=1/2", replication) - honest;
            double above = Payoff("nodes.servers.fraud.share=1", "verifiers.auditors.audit_rate=7/10", replication) - honest;
            Assert.True(below > 0 && above < 0);
            crossings[replication] = Root(0.5, below, 0.7, above);
        }

        Covers(crossings, 0.6);
    }

    [Fact]
    public void Checking_pays_from_the_share_of_wrong_answers_on_that_the_closed_form_says()
    {
        double[] crossings = new double[Replications];
        for (int replication = 0; replication < Replications; replication++)
        {
            double below = CheckersAdvantage("verification.tests=1/2", replication);
            double above = CheckersAdvantage("verification.tests=9/10", replication);
            crossings[replication] = Root(0.5 / 1.5, below, 0.9 / 1.9, above);
        }

        Covers(crossings, 0.4);
    }

    [Fact]
    public void Operators_that_only_see_their_accounts_cheat_where_it_pays_and_not_where_it_does_not()
    {
        Assert.True(LateShare("adaptive-nodes", "cheat", "verifiers.auditors.audit_rate=1/5") > 0.75);
        Assert.True(LateShare("adaptive-nodes", "cheat", "verifiers.auditors.audit_rate=1") < 0.25);
    }

    [Fact]
    public void Verifiers_that_only_see_their_accounts_check_where_it_pays_and_not_where_it_does_not()
    {
        Assert.True(LateShare("adaptive-verifiers", "check", "verification.tests=1/20") < 0.25);
        Assert.True(LateShare("adaptive-verifiers", "check", "verification.tests=1") > 0.75);
    }

    private static double Payoff(string share, string rate, int replication) => StudyRun
        .Of(ScenarioFolder.Load("verification/audit-crossing.yaml", share, rate), (ulong)replication)
        .Payoff("servers");

    private static double CheckersAdvantage(string tests, int replication)
    {
        StudyRun run = StudyRun.Of(ScenarioFolder.Load("verification/check-crossing.yaml", tests), (ulong)replication);
        return run.Payoff("checkers") - run.Payoff("stampers");
    }

    private static double LateShare(string file, string choice, string setting)
    {
        Scenario scenario = ScenarioFolder.Load($"verification/{file}.yaml", setting);
        StrategyChosen[] late = [.. StudyRun.Of(scenario).Said.OfType<StrategyChosen>().Where(chosen => chosen.Period > 8)];
        Assert.True(late.Length > 20);
        return late.Count(chosen => chosen.Choice == choice) / (double)late.Length;
    }

    private static double Root(double left, double atLeft, double right, double atRight) =>
        left + ((right - left) * atLeft / (atLeft - atRight));

    private static void Covers(double[] crossings, double closedForm)
    {
        Estimate crossing = MeanInterval.Of(crossings);
        string shown = $"{crossing.Value} [{crossing.Lower}, {crossing.Upper}]";
        Assert.True(crossing.Lower <= closedForm && closedForm <= crossing.Upper, shown);
        Assert.True((crossing.Upper - crossing.Lower) / 2 <= 0.02 * closedForm, shown);
    }
}
