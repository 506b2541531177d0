using System.Text.RegularExpressions;

namespace Simulator.Scenarios.Tests;

/// <summary>The reference leaves no question about a key open.</summary>
public sealed partial class ReferenceTests
{
    private static readonly string[] Lines = ScenarioReference.Write().Split('\n');

    [Fact]
    public void Every_key_has_type_and_range_default_meaning_and_example()
    {
        string[][] rows = [.. Lines.Where(line => KeyRow().IsMatch(line)).Select(Cells)];

        Assert.True(rows.Length > 150);
        Assert.All(rows, row => Assert.Equal(5, row.Length));
        Assert.All(rows, row => Assert.All(row, cell => Assert.NotEqual("", cell.Trim('`', ' '))));
    }

    [Fact]
    public void Every_section_named_as_a_type_is_on_the_page()
    {
        HashSet<string> headings = new(
            Lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal))
                .Select(line => string.Concat(line[3..].ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_'))),
            StringComparer.Ordinal);

        Assert.All(Link().Matches(string.Join('\n', Lines)), link => Assert.Contains(link.Groups[1].Value, headings));
    }

    // Rows of keys have five columns; the tables of hardware and units have three.
    private static string[] Cells(string row) => [.. Border().Split(row.Trim()[1..^1]).Select(cell => cell.Trim())];

    [GeneratedRegex(@"^\| `[^`]+` \|([^|\\]|\\.)*\|([^|\\]|\\.)*\|([^|\\]|\\.)*\|([^|\\]|\\.)*\|$")]
    private static partial Regex KeyRow();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Border();

    [GeneratedRegex(@"\]\(#([^)]+)\)")]
    private static partial Regex Link();
}
