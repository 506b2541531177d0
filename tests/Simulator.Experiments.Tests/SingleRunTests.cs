using Simulator.Checkers;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Facts;
using Simulator.Reporting;
using Simulator.Scenarios;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments.Tests;

/// <summary>One run: judged by every checker, replayable from its own bundle, whole even when it is stopped.</summary>
public sealed class SingleRunTests : IDisposable
{
    private const string Yaml = """
        question: Does one run come to one bundle?
        seed: 3
        duration: 30 s
        users:
          traders: { count: 3, balance: 5 OPG, arrivals: { every: 5 s }, asks: { model: volatility@1.2 } }
        nodes:
          honest: { count: 1 }

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("opgsim tests ");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_checker_is_a_verdict_whether_the_scenario_names_it_or_not()
    {
        using CheckerSuite suite = new();

        RunSummary summary = Run(Request("bundle"));

        Assert.Equal(suite.Checkers.Select(checker => checker.Name), summary.Verdicts.Select(verdict => verdict.Expression));
        Assert.All(summary.Verdicts, verdict => Assert.Equal(VerdictOutcome.Pass, verdict.Outcome));
        Assert.Equal(18, summary.Requests.Accepted);
    }

    [Fact]
    public void A_replay_computes_nothing_and_comes_to_the_same_run()
    {
        RunSummary computed = Run(Request("computed"));

        RunSummary replayed = Run(Request("replayed") with { ReplayBundle = At("computed") });

        Assert.Equal(computed.Result.Digest, replayed.Result.Digest);
        Assert.Equal(computed.Result.Facts, replayed.Result.Facts);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(At("computed"), FactsFile.Name)),
            File.ReadAllBytes(Path.Combine(At("replayed"), FactsFile.Name)));
        Assert.Equal(
            File.ReadAllText(Path.Combine(At("computed"), "requests.csv")),
            File.ReadAllText(Path.Combine(At("replayed"), "requests.csv")));
        Assert.Equal("recorded", replayed.Description.Fidelity.Single(part => part.Part == "Inference").Kind);
    }

    [Fact]
    public void Damaged_facts_are_told_with_their_line_and_nothing_is_written()
    {
        Run(Request("computed"));
        string facts = Path.Combine(At("computed"), FactsFile.Name);
        File.AppendAllText(facts, "no fact\n");
        int lines = File.ReadAllLines(facts).Length;

        InvalidDataException refusal = Assert.Throws<InvalidDataException>(
            () => Run(Request("replayed") with { ReplayBundle = At("computed") }));

        Assert.StartsWith($"{facts}:{lines}: ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["computed"], folder.GetFileSystemInfos().Select(entry => entry.Name));
    }

    [Fact]
    public void A_stopped_run_leaves_a_valid_bundle_of_what_had_happened_and_accuses_nobody_of_the_rest()
    {
        using CancellationTokenSource stop = new();
        RunRequest request = Request("bundle", "duration=3000 d");

        RunSummary summary = SingleRun.Execute(request, _ => stop.Cancel(), stop.Token).Summary;

        Assert.Equal(RunCompletion.Interrupted, summary.Result.Completion);
        Assert.True(summary.Requests.Issued > 0);
        Assert.All(summary.Result.Checkers, finding => Assert.True(finding.Holds, finding.Checker));
        using BundleReader bundle = new(At("bundle"));
        Assert.Empty(bundle.Differences());
    }

    [Fact]
    public void An_older_bundle_is_replaced_and_anything_else_is_not()
    {
        Run(Request("bundle"));
        Run(Request("bundle"));
        Directory.CreateDirectory(At("thesis"));
        File.WriteAllText(Path.Combine(At("thesis"), "chapter.txt"), "years of work");

        Assert.Throws<IOException>(() => Run(Request("thesis")));

        Assert.Equal("years of work", File.ReadAllText(Path.Combine(At("thesis"), "chapter.txt")));
        Assert.Equal(["bundle", "thesis"], folder.GetFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal));
    }

    private static RunSummary Run(RunRequest request) => SingleRun.Execute(request, null, CancellationToken.None).Summary;

    private RunRequest Request(string bundle, params string[] overrides)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        File.WriteAllText(file, Yaml);
        ScenarioLoad load = ScenarioFile.Load(file, overrides, MetricVocabulary.Of(ModelStore.Shipped()));
        File.Delete(file);
        Assert.Empty(load.Problems);
        Scenario scenario = load.Scenario!;
        return new RunRequest
        {
            Scenario = scenario,
            Name = "test",
            OutputFolder = At(bundle),
            Command = "./opgsim run test.yaml",
            Pictures = false,
        };
    }

    private string At(string name) => Path.Combine(folder.FullName, name);
}
