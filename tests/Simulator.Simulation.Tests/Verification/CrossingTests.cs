using Simulator.Records;
using Simulator.Scenarios.Settings;
using Simulator.Simulation.Tests.Runs;
using Simulator.Statistics;

namespace Simulator.Simulation.Tests.Verification;

/// <summary>Payoffs cross where the closed forms say, measured from payoffs alone.</summary>
public sealed class CrossingTests
{
    [Fact]
    public void Cheating_stops_paying_at_the_audit_rate_of_the_closed_form()
    {
        double[] crossings = new double[10];
        for (int replication = 0; replication < crossings.Length; replication++)
        {
            double below = CheatersAdvantage("verifiers.auditors.audit_rate=1/2", replication);
            double above = CheatersAdvantage("verifiers.auditors.audit_rate=7/10", replication);
            Assert.True(below > 0 && above < 0);
            crossings[replication] = Root(0.5, below, 0.7, above);
        }

        Covers(crossings, 0.6);
    }

    // Payoffs are linear in the tests for each answer, of which X = t / (1 + t) of all answers are.
    [Fact]
    public void Checking_pays_from_the_share_of_wrong_answers_on_that_the_closed_form_says()
    {
        double[] crossings = new double[5];
        for (int replication = 0; replication < crossings.Length; replication++)
        {
            double below = CheckersAdvantage("verification.tests=1/2", replication);
            double above = CheckersAdvantage("verification.tests=9/10", replication);
            Assert.True(below < 0 && above > 0);
            double tests = Root(0.5, below, 0.9, above);
            crossings[replication] = tests / (1 + tests);
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

    private static double CheatersAdvantage(string rate, int replication)
    {
        StudyRun run = StudyRun.Of(ScenarioFolder.Load("verification/audit-crossing.yaml", rate), (ulong)replication);
        return run.Payoff("cheaters") - run.Payoff("honest");
    }

    private static double CheckersAdvantage(string tests, int replication)
    {
        StudyRun run = StudyRun.Of(ScenarioFolder.Load("verification/check-crossing.yaml", tests), (ulong)replication);
        return run.Payoff("checkers") - run.Payoff("stampers");
    }

    private static double LateShare(string file, string choice, string setting)
    {
        Scenario scenario = ScenarioFolder.Load($"verification/{file}.yaml", setting);
        StrategyChosen[] late = [.. StudyRun.Of(scenario).Said.OfType<StrategyChosen>().Where(chosen => chosen.Period > 6)];
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
