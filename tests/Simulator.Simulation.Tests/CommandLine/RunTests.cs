using System.Diagnostics;
using System.Text.Json;
using Simulator.Reporting;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.CommandLine;

/// <summary>The program as its users know it: lines for scripts, bundles that can be replayed, and a Ctrl-C that is obeyed.</summary>
public sealed class RunTests
{
    private static readonly string Quickstart = ScenarioFolder.PathOf("quickstart/first-light.yaml");

    // What a replay says about itself: that its inferences were recorded.
    private static readonly string[] MayTellOfTheReplay = ["manifest.json", "report.html", "run.sqlite", "summary.json"];

    [Fact]
    public void A_process_of_its_own_comes_to_the_same_digest_as_a_run_among_others()
    {
        using TemporaryFolder folder = new();

        Outcome process = Run(folder, "bundle", "--threads", "3");
        RunSummary here = Bundles.Run(Bundles.RequestOf(
            ScenarioFolder.Load("quickstart/first-light.yaml", ScenarioFolder.Short), folder["here"]));

        Assert.Equal(here.Result.Digest, process.Line("digest"));
        Assert.Equal(here.Result.Facts, process.Line("facts"));
        Assert.Equal(folder["bundle"], process.Line("bundle"));
    }

    [Fact]
    public void A_bundle_is_whole_with_its_pictures()
    {
        using TemporaryFolder folder = new();

        Run(folder, "bundle");

        using BundleReader bundle = new(folder["bundle"]);
        Assert.Empty(bundle.Differences());
        Assert.Equal("finished", bundle.Summary.GetProperty("completion").GetString());
        Assert.True(new FileInfo(Path.Combine(folder["bundle"], "report.html")).Length > 10_000);
    }

    [Fact]
    public void A_replay_of_its_own_bundle_is_the_same_run()
    {
        using TemporaryFolder folder = new();
        Outcome computed = Run(folder, "computed");

        Outcome replayed = Run(folder, "replayed", "--replay", folder["computed"]);

        Assert.Equal(computed.Line("digest"), replayed.Line("digest"));
        Assert.Equal(computed.Line("facts"), replayed.Line("facts"));
        string[] differing =
        [
            .. Bundles.FilesOf(folder["computed"]).Except(Bundles.FilesOf(folder["replayed"]))
                .Select(line => line[..line.LastIndexOf(' ')]),
        ];
        Assert.Empty(differing.Except(MayTellOfTheReplay));
        Assert.Equal(Bundles.FilesOf(folder["computed"]).Count, Bundles.FilesOf(folder["replayed"]).Count);
    }

    [Fact]
    public void A_replay_from_the_bundle_of_another_seed_is_refused_and_writes_nothing()
    {
        using TemporaryFolder folder = new();
        Run(folder, "other", "--seed", "8");
        IReadOnlyList<string> before = folder.Entries;

        Outcome refused = Program.Run(
            folder.Path, "run", Quickstart, "--set", ScenarioFolder.Short, "--out", "replayed", "--replay", "other");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("the same scenario and seed", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Entries);
    }

    [Fact]
    public async Task One_interrupt_ends_a_long_run_with_a_valid_bundle_that_says_so()
    {
        using TemporaryFolder folder = new();
        using FileSystemWatcher watcher = new(folder.Path) { EnableRaisingEvents = true };
        using Process process = Program.Start(
            folder.Path, "run", Quickstart, "--set", "duration=3000 d", "--out", folder["bundle"]);
        Task<string> reading = process.StandardOutput.ReadToEndAsync();

        // The work folder is there from the run's first event on; a run of eight years is far from its end then.
        Assert.False(watcher.WaitForChanged(WatcherChangeTypes.Created, TimeSpan.FromMinutes(1)).TimedOut);
        using (Process signal = Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            await signal.WaitForExitAsync();
        }

        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync(patience.Token);

        string error = await process.StandardError.ReadToEndAsync();
        Assert.True(process.ExitCode == 130, $"exit code {process.ExitCode}: {error}");
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Contains("bundle: ", await reading, StringComparison.Ordinal);
        using BundleReader bundle = new(folder["bundle"]);
        Assert.Empty(bundle.Differences());
        Assert.Equal("interrupted", bundle.Summary.GetProperty("completion").GetString());
        Assert.Equal(["bundle"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Json_is_the_bundles_summary_and_nothing_else()
    {
        using TemporaryFolder folder = new();

        Outcome outcome = Run(folder, "bundle", "--json");

        using JsonDocument printed = JsonDocument.Parse(outcome.Output);
        Assert.Equal(File.ReadAllText(Path.Combine(folder["bundle"], "summary.json")).Trim(), outcome.Output.Trim());
        Assert.Equal(7, printed.RootElement.GetProperty("seed").GetInt32());
    }

    // Verdicts on a few seconds may be inconclusive; none of them may fail.
    private static Outcome Run(TemporaryFolder folder, string bundle, params string[] more)
    {
        Outcome outcome = Program.Run(
            folder.Path, ["run", Quickstart, "--set", ScenarioFolder.Short, "--out", folder[bundle], .. more]);
        Assert.True(outcome.ExitCode is 0 or 98, $"exit code {outcome.ExitCode}: {outcome.Error}");
        return outcome;
    }
}
