using System.Text.Json;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments.Tests;

/// <summary>Many runs, one answer: the same whatever the order, the slots and the interruptions.</summary>
public sealed class ExperimentTests : IDisposable
{
    private const string Prices = """
        vary: { grid: { nodes.honest.price: [0.001 OPG, 0.003 OPG] } }
        replications: 3
        verdicts:
          - mean(price) > 0.0005 OPG
          - mean(price) < 0.002 OPG when nodes.honest.price <= 0.001 OPG
          - mean(price) < 0.002 OPG when nodes.honest.price == 0.003 OPG

        """;

    private readonly ExperimentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_bundle_is_the_same_whatever_the_number_of_slots()
    {
        folder.Run("one", Prices, jobs: 1);
        folder.Run("three", Prices, jobs: 3);

        Assert.Equal(folder.Contents("one"), folder.Contents("three"));
    }

    [Fact]
    public void A_verdict_speaks_of_the_arms_that_its_condition_selects()
    {
        ExperimentSummary summary = folder.Run("bundle", Prices);

        Assert.Equal([0, 1], summary.Verdicts[0].Arms.Select(arm => arm.Arm));
        Assert.Equal([0], summary.Verdicts[1].Arms.Select(arm => arm.Arm));
        Assert.Equal([1], summary.Verdicts[2].Arms.Select(arm => arm.Arm));
        Assert.Equal(
            [VerdictOutcome.Pass, VerdictOutcome.Pass, VerdictOutcome.Fail],
            summary.Verdicts.Take(3).Select(verdict => verdict.Outcome));
        Assert.Equal(4, summary.Family);
        Assert.True(summary.IsComplete);
    }

    [Fact]
    public void Every_run_of_an_experiment_is_the_single_run_of_its_arm_and_replication()
    {
        ExperimentSummary summary = folder.Run("experiment", Prices);
        Scenario whole = folder.Load(Prices);
        RunRequest request = new()
        {
            Scenario = new ArmList(whole)[1],
            Name = "test",
            OutputFolder = folder["single"],
            Command = "./opgsim run test.yaml",
            Pictures = false,
            Replication = 2,
        };

        RunSummary single = SingleRun.Execute(request, null, CancellationToken.None).Summary;

        string row = File.ReadLines(Path.Combine(folder["experiment"], "runs.csv")).Last();
        Assert.StartsWith("1,2,3,0.003 OPG,finished,", row, StringComparison.Ordinal);
        Assert.Contains(single.Result.Digest, row, StringComparison.Ordinal);
        Assert.Contains(single.Result.Facts, row, StringComparison.Ordinal);
        Assert.Equal(2, summary.Arms.Count);
    }

    [Fact]
    public void Arms_share_their_luck_and_replications_do_not()
    {
        folder.Run("bundle", Prices);

        string[][] rows = [.. File.ReadLines(Path.Combine(folder["bundle"], "runs.csv")).Select(line => line.Split(','))];
        int issued = Array.IndexOf(rows[0], "issued");
        int p50 = Array.IndexOf(rows[0], "mean(latency.end_to_end) [s]");

        Assert.Equal(rows[1..4].Select(row => row[issued]), rows[4..7].Select(row => row[issued]));
        Assert.Equal(rows[1..4].Select(row => row[p50]), rows[4..7].Select(row => row[p50]));
        Assert.Equal(3, rows[1..4].Select(row => row[p50]).Distinct().Count());
    }

    [Fact]
    public void An_interrupted_experiment_goes_on_where_it_stopped_and_ends_the_same()
    {
        folder.Run("whole", Prices);
        using CancellationTokenSource stop = new();

        ExperimentSummary half = Experiment.Execute(
            folder.Request("stopped", Prices), progress => StopAfter(progress.Ended, 2, stop), stop.Token).Summary;
        SortedDictionary<string, string> partial = folder.Contents("stopped");
        int resumed = -1;
        Experiment.Execute(folder.Request("stopped", Prices), progress => resumed = progress.Resumed, CancellationToken.None);

        Assert.False(half.IsComplete);
        Assert.Equal(2, half.RunsFinished);
        Assert.Contains("journal.jsonl", partial.Keys);
        Assert.Contains("manifest.json", partial.Keys);
        Assert.Equal(2, resumed);
        Assert.Equal(folder.Contents("whole"), folder.Contents("stopped"));
    }

    [Fact]
    public void A_warm_up_is_left_out_of_every_run_and_said()
    {
        const string Once = "replications: 2\n";

        ExperimentSummary whole = folder.Run("whole", Once);
        ExperimentSummary stated = folder.Run("stated", "warm_up: 10 s\n" + Once);
        ExperimentSummary found = folder.Run("found", "warm_up: mser5\n" + Once);
        ExperimentSummary resumed = folder.Run("found", "warm_up: mser5\n" + Once);

        Assert.Null(whole.WarmUp);
        Assert.StartsWith("The first 10 s are left out of latencies,", stated.WarmUp, StringComparison.Ordinal);
        Assert.Contains("MSER-5", found.WarmUp, StringComparison.Ordinal);
        Assert.Equal(found.WarmUp, resumed.WarmUp);
        Assert.Equal(whole.Digest, stated.Digest);
        Assert.NotEqual(Latency(whole), Latency(stated));
        Assert.Contains(
            stated.WarmUp!, File.ReadAllText(Path.Combine(folder["stated"], "report.html")), StringComparison.Ordinal);

        static double Latency(ExperimentSummary summary) =>
            summary.Arms[0].Figures.Single(figure => figure.Name == "mean(latency.end_to_end)").Estimate!.Value;
    }

    [Fact]
    public void A_line_that_a_killed_process_left_unfinished_is_run_again()
    {
        folder.Run("whole", Prices);
        using CancellationTokenSource stop = new();
        Experiment.Execute(folder.Request("killed", Prices), progress => StopAfter(progress.Ended, 3, stop), stop.Token);
        string journal = Path.Combine(folder["killed"], "journal.jsonl");
        byte[] torn = File.ReadAllBytes(journal)[..^40];
        File.WriteAllBytes(journal, torn);

        folder.Run("killed", Prices);

        Assert.Equal(folder.Contents("whole"), folder.Contents("killed"));
    }

    [Fact]
    public void The_journal_of_another_scenario_is_left_alone_until_someone_begins_anew()
    {
        using CancellationTokenSource stop = new();
        Experiment.Execute(folder.Request("bundle", Prices), progress => StopAfter(progress.Ended, 1, stop), stop.Token);
        ExperimentRequest other = folder.Request("bundle", "replications: 2\n");

        InvalidDataException refusal = Assert.Throws<InvalidDataException>(
            () => Experiment.Execute(other, null, CancellationToken.None));
        ExperimentSummary fresh = Experiment.Execute(other with { IsFresh = true }, null, CancellationToken.None).Summary;

        Assert.Contains("another scenario", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--fresh", refusal.Message, StringComparison.Ordinal);
        Assert.True(fresh.IsComplete);
        Assert.Single(fresh.Arms);
    }

    [Fact]
    public void A_damaged_journal_is_told_with_its_line()
    {
        using CancellationTokenSource stop = new();
        Experiment.Execute(folder.Request("bundle", Prices), progress => StopAfter(progress.Ended, 2, stop), stop.Token);
        string journal = Path.Combine(folder["bundle"], "journal.jsonl");
        string[] lines = File.ReadAllLines(journal);
        File.WriteAllText(journal, string.Join('\n', [lines[0], "no run", lines[2], ""]));

        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() => folder.Run("bundle", Prices));

        Assert.StartsWith($"{journal}:2: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_to_stop_by_ends_at_the_same_replication_after_an_interruption()
    {
        const string rule = """
            replications: { until: { metric: mean(latency.end_to_end), half_width: 4 % }, min: 2, max: 40 }

            """;
        ExperimentSummary whole = folder.Run("whole", rule, jobs: 2);
        using CancellationTokenSource stop = new();
        Experiment.Execute(folder.Request("stopped", rule), progress => StopAfter(progress.Ended, 3, stop), stop.Token);
        folder.Run("stopped", rule, jobs: 3);

        Assert.InRange(whole.RunsFinished, 3, 40);
        ArmFigure figure = whole.Arms[0].Figures.Single(candidate => candidate.Name == "mean(latency.end_to_end)");
        Assert.True(whole.RunsFinished == 40 || figure.Estimate!.HalfWidth <= 0.04 * figure.Estimate.Value);
        Assert.Equal(folder.Contents("whole"), folder.Contents("stopped"));
    }

    [Fact]
    public void Figures_of_an_arm_say_what_they_rest_on()
    {
        folder.Run("bundle", Prices);

        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder["bundle"], "summary.json")));
        JsonElement price = json.RootElement.GetProperty("arms")[0].GetProperty("metrics").GetProperty("mean(price)");

        Assert.Equal("opgsim.experiment/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal("fail", json.RootElement.GetProperty("outcome").GetString());
        Assert.Equal(0.001, price.GetProperty("value").GetDouble(), 12);
        Assert.Equal(3, price.GetProperty("n").GetInt32());
        Assert.Equal("mean over replications, Student t", price.GetProperty("method").GetString());
        Assert.Equal(6, json.RootElement.GetProperty("runs").GetProperty("finished").GetInt32());
    }

    [Fact]
    public void A_crossing_is_found_between_the_values_where_the_curve_changes_its_sign()
    {
        ExperimentSummary summary = folder.Run(
            "bundle",
            """
            vary: { grid: { nodes.honest.price: [0.001 OPG, 0.002 OPG, 0.003 OPG, 0.004 OPG] } }
            replications: 4
            estimates:
              even: { crossing: mean(price) - settled, over: nodes.honest.price }
              free: { crossing: mean(price), over: nodes.honest.price }
              late: { crossing: mean(latency.end_to_end) - mean(latency.verify), over: nodes.honest.price }
            verdicts:
              - estimate(free) > 0 OPG
              - estimate(even) > 0 OPG

            """);

        Assert.Equal(["even", "free", "late"], summary.Estimates.Select(estimate => estimate.Name));
        Assert.All(summary.Estimates, estimate => Assert.Equal(MetricUnit.Opg, estimate.Unit));
        Assert.Equal("stays above zero over all values", summary.Estimates[1].Note);
        Assert.Equal("stays below zero over all values", summary.Estimates[0].Note);
        Assert.Null(summary.Verdicts[0].Arms.Single().Arm);
        Assert.Equal(VerdictOutcome.Inconclusive, summary.Verdicts[0].Outcome);
    }

    [Fact]
    public void A_crossing_between_two_values_of_a_key_pairs_the_arms_that_differ_in_it_alone()
    {
        ExperimentSummary summary = folder.Run(
            "bundle",
            """
            vary: { grid: { payment.idle: [10 s, 60 s], nodes.honest.price: [0.001 OPG, 0.003 OPG] } }
            replications: 3
            estimates:
              dearer: { crossing: mean(price), over: payment.idle, between: nodes.honest.price }

            """);

        ExperimentEstimate estimate = Assert.Single(summary.Estimates);
        Assert.Equal("mean(price) between the values of nodes.honest.price", estimate.Curve);
        Assert.Equal("stays above zero over all values", estimate.Note);
    }

    [Fact]
    public void Differences_to_the_first_arm_are_taken_replication_by_replication()
    {
        ExperimentSummary summary = folder.Run("bundle", Prices);

        FigureDifference price = summary.Arms[1].Differences.Single(difference => difference.Name == "mean(price)");
        FigureDifference latency =
            summary.Arms[1].Differences.Single(difference => difference.Name == "mean(latency.end_to_end)");
        Assert.Empty(summary.Arms[0].Differences);
        Assert.Equal((0.002, 3), (price.Difference.Value, price.Difference.N));
        Assert.True(price.IsReal);
        Assert.Equal((0.0, false), (latency.Difference.Value, latency.IsReal));
    }

    [Fact]
    public void Arms_that_differ_in_words_are_drawn_side_by_side()
    {
        folder.Run("bundle", "vary: { list: [{ payment.mode: upto }, { payment.mode: exact }] }\n");

        string chart = File.ReadAllText(Path.Combine(folder["bundle"], "charts", "arms-0.json"));
        Assert.Contains("\"upto\"", chart, StringComparison.Ordinal);
        Assert.Contains("boxplot", chart, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lhs: { samples: 3, nodes.honest.price: { from: 0.001 OPG, to: 0.004 OPG } }", 3, 0)]
    [InlineData("morris: { trajectories: 2, nodes.honest.price: { from: 0.001 OPG, to: 0.004 OPG } }", 4, 3)]
    [InlineData("sobol: { samples: 2, nodes.honest.price: { from: 0.001 OPG, to: 0.004 OPG } }", 6, 2)]
    public void Designs_over_ranges_make_their_arms_and_say_what_matters(string vary, int arms, int measures)
    {
        ExperimentSummary summary = folder.Run("bundle", $"vary: {{ {vary} }}\n");

        Assert.Equal(arms, summary.Arms.Count);
        Assert.All(summary.Arms, arm => Assert.InRange(Assert.Single(arm.Values).Number!.Value, 0.001, 0.004));
        FigureSensitivity? price = summary.Sensitivities.FirstOrDefault(figure => figure.Name == "mean(price)");
        Assert.Equal(measures, price?.Keys.Single().Measures.Count ?? 0);
        Assert.DoesNotContain(summary.Sensitivities, figure => figure.Name == "share(requests.accepted)");
    }

    [Fact]
    public void A_run_that_a_bug_ended_is_told_with_its_command_and_the_others_stand()
    {
        using CancellationTokenSource stop = new();
        Experiment.Execute(folder.Request("bundle", Prices), progress => StopAfter(progress.Ended, 1, stop), stop.Token);
        ExperimentRun failed = new(1, 2)
        {
            Seed = 3,
            Failure = new RunFailure("a balance was negative", "honest/1", Primitives.SimTime.Start, "./opgsim run test.yaml --arm 1"),
        };
        using (FileStream journal = File.Open(Path.Combine(folder["bundle"], "journal.jsonl"), FileMode.Append))
        {
            journal.Write(ExperimentBundle.LineOf(failed));
        }

        ExperimentSummary summary = folder.Run("bundle", Prices);

        Assert.Equal((5, true), (summary.RunsFinished, summary.IsComplete));
        Assert.Equal(failed, Assert.Single(summary.Failures));
        Assert.Equal((2, 1), (summary.Arms[1].Finished, summary.Arms[1].Failed));
        Assert.EndsWith(",failed" + new string(',', File.ReadLines(Path.Combine(folder["bundle"], "runs.csv")).First().Count(c => c == ',') - 4),
            File.ReadLines(Path.Combine(folder["bundle"], "runs.csv")).Last(), StringComparison.Ordinal);
        Assert.Contains("a balance was negative", File.ReadAllText(Path.Combine(folder["bundle"], "report.html")), StringComparison.Ordinal);
        Assert.Contains("<error message=\"a balance was negative\">", File.ReadAllText(Path.Combine(folder["bundle"], "junit.xml")), StringComparison.Ordinal);
    }

    private static void StopAfter(int ended, int wanted, CancellationTokenSource stop)
    {
        if (ended >= wanted)
        {
            stop.Cancel();
        }
    }
}
