using Simulator.Simulation.Tests.Runs;

namespace Simulator.Simulation.Tests.CommandLine;

/// <summary>Bad input through the real program: told clearly and once, answered with exit code 2, and nothing is written.</summary>
public sealed class BadInputTests
{
    private const string Sound = """
        question: Does a sound file run?
        duration: 5 s
        users:
          traders: { count: 1, balance: 5 OPG, arrivals: { every: 1 s }, asks: { model: volatility@1.2 } }
        nodes:
          honest: { count: 1 }

        """;

    [Theory]
    [InlineData("duration: 5 s", "durration: 5 s", "'durration' is not a key", "did you mean 'duration'")]
    [InlineData("duration: 5 s", "duration: 5", "duration", "unit")]
    [InlineData("duration: 5 s", "duration: -5 s", "-5 s", "more than 0 s")]
    [InlineData("volatility@1.2", "volatillity@1.2", "volatillity@1.2", "did you mean 'volatility@1.2'")]
    [InlineData("  honest: { count: 1 }", "  traders: { count: 1 }", "traders", "name")]
    [InlineData("  honest: { count: 1 }", "  honest: { count: 1 }\n  honest: { count: 2 }", "'honest'", "line 6")]
    public void A_mistake_in_the_file_is_told_with_its_place_and_the_way_out(string sound, string broken, string named, string hint)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("broken.yaml", Sound.Replace(sound, broken, StringComparison.Ordinal));

        Outcome outcome = Program.Run(folder.Path, "run", file);

        AssertRefused(outcome, 2);
        Assert.Matches(@"broken\.yaml:[0-9]+:[0-9]+: ", outcome.Error);
        Assert.Contains(named, outcome.Error, StringComparison.Ordinal);
        Assert.Contains(hint, outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith("1 problem; nothing was run\n", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["broken.yaml"], folder.Entries);
    }

    [Fact]
    public void Many_mistakes_are_told_at_once()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write(
            "broken.yaml",
            Sound.Replace("5 s", "5", StringComparison.Ordinal)
                .Replace("honest: { count: 1 }", "honest: { count: 0 }", StringComparison.Ordinal));

        Outcome outcome = Program.Run(folder.Path, "run", file);

        AssertRefused(outcome, 2);
        Assert.EndsWith("2 problems; nothing was run\n", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_a_binary_a_missing_file_and_a_folder_are_no_scenarios()
    {
        using TemporaryFolder folder = new();
        folder.Write("empty.yaml", "");
        File.WriteAllBytes(folder["binary.yaml"], [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 1, 2, 0xFF]);
        Directory.CreateDirectory(folder["folder.yaml"]);

        AssertOneProblem(folder, "empty.yaml", "nothing is written here");
        AssertOneProblem(folder, "binary.yaml", "the file is binary");
        AssertOneProblem(folder, "missing.yaml", "missing.yaml");
        AssertOneProblem(folder, "folder.yaml", "folder");
        Assert.Equal(["binary.yaml", "empty.yaml", "folder.yaml"], folder.Entries);
    }

    [Theory]
    [InlineData("simulate", "simulate")]
    [InlineData("run", "FILE")]
    [InlineData("run sound.yaml --thread 2", "--thread")]
    [InlineData("run sound.yaml --threads 0", "--threads takes a number from 1 to 256")]
    [InlineData("run sound.yaml --threads 257", "--threads takes a number from 1 to 256")]
    [InlineData("run sound.yaml --threads many", "--threads takes a number from 1 to 256")]
    [InlineData("run sound.yaml --seed -1", "--seed takes a whole number from 0 to 18446744073709551615")]
    [InlineData("run sound.yaml --set durration=1s", "durration")]
    [InlineData("run sound.yaml --set duration", "duration")]
    [InlineData("check sound.yaml extra", "extra")]
    public void A_command_line_that_makes_no_sense_is_told_so(string arguments, string named)
    {
        using TemporaryFolder folder = new();
        folder.Write("sound.yaml", Sound);

        Outcome outcome = Program.Run(folder.Path, arguments.Split(' '));

        AssertRefused(outcome, 2);
        Assert.Contains(named, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["sound.yaml"], folder.Entries);
    }

    [Fact]
    public void A_folder_that_holds_something_else_and_a_file_in_its_place_are_left_alone()
    {
        using TemporaryFolder folder = new();
        folder.Write("sound.yaml", Sound);
        Directory.CreateDirectory(folder["thesis"]);
        folder.Write("thesis/chapter.txt", "years of work");
        folder.Write("note", "a file");

        Outcome other = Program.Run(folder.Path, "run", "sound.yaml", "--out", "thesis");
        Outcome file = Program.Run(folder.Path, "run", "sound.yaml", "--out", "note");

        AssertRefused(other, 2);
        Assert.Contains("'thesis' exists, is not empty and is not a bundle", other.Error, StringComparison.Ordinal);
        AssertRefused(file, 2);
        Assert.Contains("'note' is a file", file.Error, StringComparison.Ordinal);
        Assert.Equal(["note", "sound.yaml", "thesis", "thesis/chapter.txt"], folder.Entries);
    }

    // A path below a file can be written by nobody, not even by root.
    [Fact]
    public void A_folder_that_cannot_be_written_is_an_input_output_failure()
    {
        using TemporaryFolder folder = new();
        folder.Write("sound.yaml", Sound);
        folder.Write("note", "a file");

        Outcome outcome = Program.Run(folder.Path, "run", "sound.yaml", "--out", Path.Combine("note", "bundle"));

        AssertRefused(outcome, 74);
        Assert.Contains("note", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["note", "sound.yaml"], folder.Entries);
    }

    [Fact]
    public void Replaying_what_is_no_bundle_is_refused()
    {
        using TemporaryFolder folder = new();
        folder.Write("sound.yaml", Sound);
        Directory.CreateDirectory(folder["empty"]);

        Outcome missing = Program.Run(folder.Path, "run", "sound.yaml", "--replay", "nowhere");
        Outcome empty = Program.Run(folder.Path, "run", "sound.yaml", "--replay", "empty");
        Outcome file = Program.Run(folder.Path, "run", "sound.yaml", "--replay", "sound.yaml");

        Assert.All([missing, empty, file], outcome => AssertRefused(outcome, 2));
        Assert.All(
            [missing, empty, file],
            outcome => Assert.Contains("--replay wants a bundle", outcome.Error, StringComparison.Ordinal));
        Assert.Equal(["empty", "sound.yaml"], folder.Entries);
    }

    [Fact]
    public void Check_finds_what_run_would_and_says_so_when_there_is_nothing()
    {
        using TemporaryFolder folder = new();
        folder.Write("sound.yaml", Sound);
        folder.Write("broken.yaml", Sound.Replace("5 s", "5", StringComparison.Ordinal));

        Outcome sound = Program.Run(folder.Path, "check", "sound.yaml");
        Outcome broken = Program.Run(folder.Path, "check", "broken.yaml");

        Assert.Equal((0, ""), (sound.ExitCode, sound.Error));
        AssertRefused(broken, 2);
    }

    private static void AssertOneProblem(TemporaryFolder folder, string file, string named)
    {
        Outcome outcome = Program.Run(folder.Path, "run", file);

        AssertRefused(outcome, 2);
        Assert.Contains(named, outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith("1 problem; nothing was run\n", outcome.Error, StringComparison.Ordinal);
    }

    // People are told what is wrong, never where in the program it was noticed.
    private static void AssertRefused(Outcome outcome, int exitCode)
    {
        Assert.True(exitCode == outcome.ExitCode, $"exit code {outcome.ExitCode}: {outcome.Error}");
        Assert.Equal("", outcome.Output);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", outcome.Error, StringComparison.Ordinal);
    }
}
