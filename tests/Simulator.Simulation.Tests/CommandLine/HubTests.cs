using Simulator.Simulation.Tests.House;
using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.CommandLine;

/// <summary>The model store as its users know it: real files in, named refusals out, and scenarios that run what is in it.</summary>
public sealed class HubTests
{
    private static readonly string Model =
        Path.Combine(Repository.Root, "src", "Simulator.Inference", "Models", "volatility", "volatility.onnx");

    [Fact]
    public void A_model_is_added_listed_shown_and_run()
    {
        using TemporaryFolder folder = new();
        folder.Write("mine.yaml", """
            question: Does a model of the local store run?
            duration: 10 s
            users:
              traders: { count: 2, balance: 5 OPG, arrivals: { every: 5 s }, asks: { model: mine@1.00 } }
            nodes:
              honest: { count: 1 }
            verdicts: [blobs.bound, requests.rejected == 0]

            """);

        Outcome added = Program.Run(folder.Path, "hub", "add", Model, "--name", "mine", "--notes", "first");
        Outcome listed = Program.Run(folder.Path, "hub", "list");
        Outcome shown = Program.Run(folder.Path, "hub", "show", "mine@1.00");
        Outcome run = Program.Run(folder.Path, "run", "mine.yaml", "--out", "bundle");

        Assert.Equal((0, 0, 0), (added.ExitCode, listed.ExitCode, shown.ExitCode));
        Assert.Contains("added mine@1.00: first", added.Output, StringComparison.Ordinal);
        Assert.Contains("mine@1.00", listed.Output, StringComparison.Ordinal);
        Assert.Contains("whole", shown.Output, StringComparison.Ordinal);
        Assert.Contains("returns float[?,32]", shown.Output, StringComparison.Ordinal);
        Assert.True(run.ExitCode is 0 or 98, run.Error);
        Assert.Contains("pass          blobs.bound", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blob_that_went_bad_is_told_by_show_and_stops_a_run_before_it_begins()
    {
        using TemporaryFolder folder = new();
        Program.Run(folder.Path, "hub", "add", Model, "--name", "mine", "--store", "models");
        string blob = Assert.Single(Directory.GetFiles(folder["models/blobs"]));
        File.AppendAllText(blob, "x");

        Outcome shown = Program.Run(folder.Path, "hub", "show", "mine", "--store", "models");
        Outcome run = Program.Run(
            folder.Path,
            "run",
            ScenarioFolder.PathOf("quickstart/first-light.yaml"),
            "--set",
            "users.traders.asks.model=mine@1.00",
            "--store",
            "models",
            "--out",
            "bundle");

        Assert.Equal(99, shown.ExitCode);
        Assert.Contains("corrupted", shown.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("corrupted", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["bundle"]));
    }

    [Theory]
    [InlineData("hub add missing.onnx --name mine", "'missing.onnx' does not exist")]
    [InlineData("hub add folder --name mine", "'folder' is a folder")]
    [InlineData("hub add empty.onnx --name mine", "empty_file")]
    [InlineData("hub add text.onnx --name mine", "not_onnx")]
    [InlineData("hub add text.txt --name mine", "not_a_model")]
    [InlineData("hub add text.onnx --name Mine", "name_not_allowed")]
    [InlineData("hub add text.onnx", "--name")]
    [InlineData("hub show mine", "no repository 'mine'")]
    [InlineData("hub list --store nowhere", "'nowhere' does not exist")]
    [InlineData("hub show mine --store nowhere", "'nowhere' does not exist")]
    public void A_mistake_is_named(string arguments, string named)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["folder"]);
        folder.Write("empty.onnx", "");
        folder.Write("text.onnx", "hello");
        folder.Write("text.txt", "hello");

        Outcome outcome = Program.Run(folder.Path, arguments.Split(' '));

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(named, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["empty.onnx", "folder", "text.onnx", "text.txt"], folder.Entries);
    }
}
