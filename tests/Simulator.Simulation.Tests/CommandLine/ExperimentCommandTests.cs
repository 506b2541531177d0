using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.CommandLine;

/// <summary>Experiments through the real program: killed, resumed, picked apart, planned and compared.</summary>
public sealed class ExperimentCommandTests
{
    private const string Yaml = """
        question: What does a higher price change?
        seed: 5
        duration: 20 s
        users:
          traders: { count: 3, balance: 5 OPG, arrivals: { poisson: 12/min }, asks: { model: volatility@1.2 } }
        nodes:
          honest: { count: 1, price: 0.002 OPG }
        vary: { grid: { nodes.honest.price: [0.001 OPG, 0.002 OPG, 0.003 OPG] } }
        replications: 5
        verdicts:
          - mean(price) < 0.0025 OPG when nodes.honest.price <= 0.002 OPG

        """;

    /// <summary>How often to kill; the issue's 20 take a minute.</summary>
    private const string KillsVariable = "OPGSIM_KILLS";

    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable(KillsVariable) ?? "4", CultureInfo.InvariantCulture);

    [Fact]
    public void An_experiment_killed_at_any_moment_ends_as_if_it_had_not_been()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("price.yaml", Yaml);
        Outcome whole = Program.Run(folder.Path, "run", file, "--out", "whole");
        Random moments = new(20_261_121);
        int cut = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            using Process process = Program.Start(folder.Path, "run", file, "--out", "killed");
            bool hasEnded = process.WaitForExit(moments.Next(600, 2_500));
            process.Kill();
            process.WaitForExit();
            cut += hasEnded ? 0 : 1;
        }

        Outcome resumed = Program.Run(folder.Path, "run", file, "--out", "killed");

        Assert.True(cut > 0, "every process had ended before it was killed");
        Assert.Equal((0, 0), (whole.ExitCode, resumed.ExitCode));
        Assert.Equal(whole.Line("digest"), resumed.Line("digest"));
        Assert.Equal(Contents(folder["whole"]), Contents(folder["killed"]));
    }

    [Fact]
    public void One_run_of_an_experiment_can_be_repeated_alone()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("price.yaml", Yaml);
        Program.Run(folder.Path, "run", file, "--out", "all");

        Outcome single = Program.Run(folder.Path, "run", file, "--arm", "2", "--replication", "4", "--out", "one");
        Outcome missing = Program.Run(folder.Path, "run", file, "--arm", "3", "--out", "none");
        Outcome vague = Program.Run(folder.Path, "run", file, "--replication", "1", "--out", "none");

        string row = File.ReadLines(Path.Combine(folder["all"], "runs.csv")).Last();
        Assert.Contains(single.Line("digest"), row, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder["one"], "run.sqlite")));
        Assert.Equal((2, 2), (missing.ExitCode, vague.ExitCode));
        Assert.Contains("arms are counted from 0 to 2", missing.Error, StringComparison.Ordinal);
        Assert.Contains("--arm", vague.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["none"]));
    }

    [Fact]
    public void A_plan_counts_the_runs_and_writes_nothing()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("price.yaml", Yaml);

        Outcome plan = Program.Run(folder.Path, "plan", file);

        Assert.Equal(0, plan.ExitCode);
        Assert.Matches(@"runs +15\n", plan.Output);
        Assert.Contains("nodes.honest.price: 0.001 OPG, 0.002 OPG, 0.003 OPG", plan.Output, StringComparison.Ordinal);
        Assert.Equal(["price.yaml"], folder.Entries);
    }

    [Fact]
    public void A_comparison_finds_what_differs_and_nothing_else()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("price.yaml", Yaml);
        Program.Run(folder.Path, "run", file, "--out", "all");
        Program.Run(folder.Path, "run", file, "--out", "again");

        Outcome arms = Program.Run(folder.Path, "compare", "all#0", "all#2");
        Outcome same = Program.Run(folder.Path, "compare", "all", "again");
        Outcome none = Program.Run(folder.Path, "compare", "all#7", "again");

        Assert.Equal((0, 0, 2), (arms.ExitCode, same.ExitCode, none.ExitCode));
        Assert.Matches(@"mean\(price\) +0\.0010* OPG → 0\.0030* OPG", arms.Output);
        Assert.Equal(3, same.Output.Split("real differences: 0").Length - 1);
        Assert.Contains("has no arm 7", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unfinished_experiment_of_another_scenario_is_left_alone()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("price.yaml", Yaml);
        Directory.CreateDirectory(folder["out"]);
        File.WriteAllText(
            Path.Combine(folder["out"], "journal.jsonl"),
            """{"schema":"opgsim.journal/1","scenario_sha256":"0","program":"0"}""" + "\n");

        Outcome refused = Program.Run(folder.Path, "run", file, "--out", "out");
        Outcome fresh = Program.Run(folder.Path, "run", file, "--out", "out", "--fresh", "--json");

        Assert.Equal((2, 0), (refused.ExitCode, fresh.ExitCode));
        Assert.Contains("another scenario", refused.Error, StringComparison.Ordinal);
        using JsonDocument summary = JsonDocument.Parse(fresh.Output);
        Assert.Equal("pass", summary.RootElement.GetProperty("outcome").GetString());
        Assert.Equal(15, summary.RootElement.GetProperty("runs").GetProperty("finished").GetInt32());
    }

    private static SortedDictionary<string, string> Contents(string bundle)
    {
        SortedDictionary<string, string> contents = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(bundle, "*", SearchOption.AllDirectories))
        {
            contents.Add(Path.GetRelativePath(bundle, file), Convert.ToHexString(File.ReadAllBytes(file)));
        }

        return contents;
    }
}
