using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Simulator.Scenarios.Tests;

/// <summary>
/// One broken file per behaviour; its name says which. Beside it stands every message that it must give. A first line
/// <c># flags: a=1 | b=2</c> adds overrides.
/// </summary>
public sealed partial class BrokenFileTests
{
    private const string Folder = "Broken";

    public static TheoryData<string> Behaviours => [.. Names];

    private static IReadOnlyList<string> Names =>
        [.. FilesNamed("*.yaml").Select(name => name[..^".yaml".Length]).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_corpus_is_complete()
    {
        string[] expected = [.. FilesNamed("*.expected.txt").Order(StringComparer.Ordinal)];

        Assert.Equal(Names.Select(name => name + ".expected.txt").Order(StringComparer.Ordinal), expected);
        Assert.True(
            expected.Length >= 200, string.Create(CultureInfo.InvariantCulture, $"{expected.Length} broken files"));
    }

    [Theory]
    [MemberData(nameof(Behaviours))]
    public void A_broken_file_gives_exactly_its_messages(string behaviour)
    {
        ScenarioLoad load = Load(behaviour);
        string received = string.Concat(load.Problems.Select(problem => problem + "\n"));

        Assert.Null(load.Scenario);
        string file = Path.Combine(Folder, behaviour + ".expected.txt");
        string expected = File.Exists(file) ? File.ReadAllText(file) : "";
        if (received != expected)
        {
            File.WriteAllText(Path.Combine(Folder, behaviour + ".received.txt"), received);
        }

        Assert.Equal(expected, received);
    }

    [Theory]
    [MemberData(nameof(Behaviours))]
    public void Every_message_is_one_line_with_a_place_and_a_way_out(string behaviour)
    {
        foreach (Problems.ScenarioProblem problem in Load(behaviour).Problems)
        {
            Assert.Matches(Shape(), problem.ToString());
            Assert.NotEqual("", problem.Hint);
        }
    }

    private static IEnumerable<string> FilesNamed(string pattern) =>
        Directory.EnumerateFiles(Folder, pattern).Select(file => Path.GetFileName(file));

    private static ScenarioLoad Load(string behaviour)
    {
        string path = $"{Folder}/{behaviour}.yaml";
        string first = File.ReadLines(path, Encoding.Latin1).FirstOrDefault() ?? "";
        string[] flags = first.StartsWith("# flags: ", StringComparison.Ordinal) ? first[9..].Split(" | ") : [];
        return ScenarioFile.Load(path, flags, TestVocabulary.Names);
    }

    [GeneratedRegex(@"^([A-Za-z0-9/.-]+:[0-9]+:[0-9]+|--set #[0-9]+): [^;\p{Cc}]+; [^\p{Cc}]+$")]
    private static partial Regex Shape();
}
