using System.Diagnostics;
using System.Globalization;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.CommandLine;

/// <summary>Experiments over MPI: whatever the library, the number of ranks and what happens to them, one result.</summary>
public sealed class ClusterTests
{
    private const string OpenMpi = LauncherTheoryAttribute.OpenMpi;
    private const string Mpich = LauncherTheoryAttribute.Mpich;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [LauncherTheory]
    [InlineData(OpenMpi)]
    [InlineData(Mpich)]
    public void The_bundle_is_the_same_on_any_number_of_ranks(string launcher)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("price.yaml", Experiment(replications: 2));
        Outcome whole = Program.Run(folder.Path, "run", file, "--out", "whole");
        foreach (int ranks in new[] { 1, 2, 4 })
        {
            Outcome farmed = Program.RunUnder(Ranks(launcher, ranks), folder.Path, "run", file, "--out", "farmed");

            Assert.Equal((0, 0), (whole.ExitCode, farmed.ExitCode));
            Assert.Equal(whole.Line("digest"), farmed.Line("digest"));
            Assert.Equal(Contents(folder["whole"]), Contents(folder["farmed"]));
            Assert.Equal(ranks > 1, farmed.Error.Contains($"{ranks} ranks over", StringComparison.Ordinal));
        }
    }

    [LauncherTheory]
    [InlineData(OpenMpi)]
    [InlineData(Mpich)]
    public void A_rank_that_dies_ends_the_run_and_loses_nothing_that_had_ended(string launcher)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("price.yaml", Experiment(replications: 10));
        string[] command = ["run", file, "--out", "farmed"];
        using Process farm = Program.StartUnder(Ranks(launcher, 3), folder.Path, command);
        string[] kept = WaitForRuns(folder["farmed"], 3);

        ProcessOf(rank: 1, folder["farmed"], farm).Kill();
        Outcome died = Program.Finish(farm);
        Outcome resumed = Program.RunUnder(Ranks(launcher, 2), folder.Path, command);
        Outcome whole = Program.Run(folder.Path, "run", file, "--out", "whole");

        Assert.NotEqual(0, died.ExitCode);
        Assert.Contains("the same command goes on", died.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0), (resumed.ExitCode, whole.ExitCode));
        Assert.Equal(whole.Line("digest"), resumed.Line("digest"));
        Assert.Equal(Contents(folder["whole"]), Contents(folder["farmed"]));
        Assert.All(kept, line => Assert.Contains(line, File.ReadLines(Path.Combine(folder["farmed"], "runs.jsonl"))));
    }

    [LauncherTheory]
    [InlineData(OpenMpi)]
    [InlineData(Mpich)]
    public void An_interrupt_reaches_all_ranks_and_leaves_a_bundle_of_what_had_ended(string launcher)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("price.yaml", Experiment(replications: 200));
        using Process farm = Program.StartUnder(Ranks(launcher, 3), folder.Path, "run", file, "--out", "farmed");
        WaitForRuns(folder["farmed"], 3);

        using (Process.Start("kill", ["-INT", farm.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            Program.Finish(farm);
        }

        // Written by a process that the launcher does not wait for.
        WaitFor(() => File.Exists(Path.Combine(folder["farmed"], "manifest.json")));
        Outcome again = Program.Run(folder.Path, "run", file, "--out", "farmed", "--finished");
        Assert.Equal(130, again.ExitCode);
        Assert.Empty(RanksOf(folder["farmed"]));
        Assert.True(File.Exists(Path.Combine(folder["farmed"], "journal.jsonl")));
        string summary = File.ReadAllText(Path.Combine(folder["farmed"], "summary.json"));
        Assert.Contains("\"completion\": \"interrupted\"", summary, StringComparison.Ordinal);
    }

    [LauncherTheory]
    [InlineData(OpenMpi)]
    [InlineData(Mpich)]
    public void A_single_run_is_made_by_rank_0_alone_and_told_once(string launcher)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("price.yaml", Experiment(replications: 2));

        Outcome alone = Program.Run(folder.Path, "run", file, "--arm", "0", "--out", "alone");
        Outcome ranked = Program.RunUnder(Ranks(launcher, 2), folder.Path, "run", file, "--arm", "0", "--out", "ranked");
        Outcome bad = Program.RunUnder(Ranks(launcher, 2), folder.Path, "run", file, "--set", "seed=x", "--out", "none");

        Assert.Equal(alone.Line("digest"), ranked.Line("digest"));
        Assert.Contains("one run is not spread over ranks", ranked.Error, StringComparison.Ordinal);
        Assert.Equal(Contents(folder["alone"]), Contents(folder["ranked"]));
        Assert.Equal(2, bad.ExitCode);
        Assert.Equal(2, bad.Error.Split("nothing was run").Length);
    }

    [LauncherTheory]
    [InlineData(OpenMpi)]
    [InlineData(Mpich)]
    public void A_rank_that_reads_another_scenario_ends_the_run_with_a_reason(string launcher)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("price.yaml", Experiment(replications: 2));
        const string OtherSeedOnRank1 = """[ "${OMPI_COMM_WORLD_RANK:-$PMI_RANK}" = 0 ] || set -- "$@" --seed 6; exec "$@" """;
        string[] ranks = [.. Ranks(launcher, 2), "sh", "-c", OtherSeedOnRank1, "rank"];

        Outcome refused = Program.RunUnder(ranks, folder.Path, "run", file, "--out", "farmed");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("rank 1 on", refused.Error, StringComparison.Ordinal);
        Assert.Contains("another scenario", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_an_unfinished_experiment_can_be_written_as_far_as_it_is()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("price.yaml", Experiment(replications: 2));

        Outcome refused = Program.Run(folder.Path, "run", file, "--out", "none", "--finished");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("holds no unfinished experiment", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["none"]));
    }

    private static string Experiment(int replications) => $$"""
        question: What does a higher price change?
        seed: 5
        duration: 20 s
        users:
          traders: { count: 3, balance: 5 OPG, arrivals: { poisson: 12/min }, asks: { model: volatility@1.2 } }
        nodes:
          honest: { count: 1, price: 0.002 OPG }
        vary: { grid: { nodes.honest.price: [0.001 OPG, 0.002 OPG, 0.003 OPG] } }
        replications: {{replications}}
        verdicts:
          - mean(price) < 0.0025 OPG when nodes.honest.price <= 0.002 OPG

        """;

    private static string[] Ranks(string launcher, int count) => launcher == OpenMpi
        ? [launcher, "--oversubscribe", "-n", $"{count}"]
        : [launcher, "-n", $"{count}"];

    private static string[] WaitForRuns(string folder, int count)
    {
        string journal = Path.Combine(folder, "journal.jsonl");
        WaitFor(() => File.Exists(journal) && Lines(journal).Length > count);
        return Lines(journal)[1..(count + 1)];
    }

    private static string[] Lines(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using StreamReader reader = new(file);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void WaitFor(Func<bool> condition)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Patience, "waited in vain");
            Thread.Sleep(20);
        }
    }

    private static Process ProcessOf(int rank, string folder, Process farm)
    {
        Assert.False(farm.HasExited, "the experiment was over too soon");
        string[] marks = [$"OMPI_COMM_WORLD_RANK={rank}", $"PMI_RANK={rank}"];
        return Process.GetProcessById(RanksOf(folder).Single(
            process => Words(process, "environ").Intersect(marks).Any() && Words(process, "cmdline")[0] == "dotnet"));
    }

    // The folder of a test is in the file's path, which every process of the test is given.
    private static IEnumerable<int> RanksOf(string folder) => Directory.EnumerateDirectories("/proc")
        .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out int id) ? id : 0)
        .Where(id => id > 0 && Words(id, "cmdline").Any(
            word => word.StartsWith(Path.GetDirectoryName(folder)!, StringComparison.Ordinal)));

    private static string[] Words(int process, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{name}").Split('\0');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
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
