using System.Text.RegularExpressions;

namespace Simulator.Simulation.Tests.House;

/// <summary>House rules that a compiler does not know.</summary>
public sealed partial class TidyTests
{
    private const int LongestLine = 140;
    private const int LongestFile = 400;

    [Fact]
    public void No_line_is_too_long_to_read_beside_another()
    {
        Assert.Empty(
            from path in Repository.SourceFiles()
            where Repository.Relative(path).StartsWith("src/", StringComparison.Ordinal)
            from line in File.ReadLines(path).Select((text, index) => (Text: text, Number: index + 1))
            where line.Text.Length > LongestLine && !LongText().IsMatch(line.Text)
            select $"{Repository.Relative(path)}:{line.Number} has {line.Text.Length} characters");
    }

    [Fact]
    public void No_file_is_too_long_to_keep_in_mind()
    {
        Assert.Empty(
            from path in Repository.SourceFiles()
            let count = File.ReadLines(path).Count()
            where count > LongestFile
            select $"{Repository.Relative(path)} has {count} lines");
    }

    [Fact]
    public void Nothing_unfinished_is_committed()
    {
        Assert.Empty(
            from path in Repository.SourceFiles()
            where !path.EndsWith(nameof(TidyTests) + ".cs", StringComparison.Ordinal)
            from line in File.ReadLines(path).Select((text, index) => (Text: text, Number: index + 1))
            where Unfinished().IsMatch(line.Text)
            select $"{Repository.Relative(path)}:{line.Number}: {line.Text.Trim()}");
    }

    [Fact]
    public void No_type_is_named_after_a_kitchen_drawer()
    {
        Assert.Empty(
            from path in Repository.SourceFiles()
            let name = Path.GetFileNameWithoutExtension(path)
            where Drawer().IsMatch(name)
            select Repository.Relative(path));
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|TBD|NotImplementedException)\b|#region")]
    private static partial Regex Unfinished();

    // A text that people read, or a test vector, is not broken to please a ruler.
    [GeneratedRegex(@"""[^""]{60,}|""{3}")]
    private static partial Regex LongText();

    [GeneratedRegex(@"(Manager|Helper|Helpers|Util|Utils|Utility)$")]
    private static partial Regex Drawer();
}
