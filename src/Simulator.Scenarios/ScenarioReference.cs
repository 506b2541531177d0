using System.Text;
using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sections;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios;

/// <summary>The reference of scenario files as Markdown, generated from the definitions that read them.</summary>
public static class ScenarioReference
{
    private const string Opening = """
        # Scenario files

        Generated from the definitions that read the files; a test keeps it up to date.

        A scenario is one YAML file in UTF-8 of at most 1 MiB: no tabs, anchors, aliases, tags or further documents.
        Unknown keys are errors. `opgsim check FILE` lists every problem, `opgsim explain FILE` shows every value and
        where it came from. `--set KEY=VALUE` overrides any key by its dotted path, as in
        `--set nodes.honest.count=40`; lists are set as a whole. Groups are called by name alone in verdicts and
        reports, so no two of them share a name.

        """;

    private const string VerdictRules = """

        - `CHECKER`: the checker found nothing wrong.
        - `AGGREGATE(METRIC) COMPARISON QUANTITY`: as in `p99(latency.end_to_end) < 4 s`.
        - `METRIC COMPARISON QUANTITY` and `METRIC(GROUP) COMPARISON QUANTITY`: metrics that are one number.
        - Comparisons are `<`, `<=`, `>`, `>=` and `==`. The quantity carries the unit of the metric; `share` compares
          with a ratio, `count` with a plain number, `rate` with a rate.
        - Any verdict may end in `when KEY COMPARISON VALUE` and then holds only for the arms where that is so.

        """;

    public static string Write()
    {
        StringBuilder page = new();
        page.Append(Opening);
        WriteSection(page, "", ScenarioSection.Both);
        WriteHardware(page);
        WriteUnits(page);
        WriteVerdicts(page);
        return page.ToString();
    }

    private static void WriteSection(StringBuilder page, string path, ISection section)
    {
        page.Append(path.Length == 0 ? "\n## The file\n\n" : $"\n## `{path}`\n\n{Sentence(section.Noun)}.\n\n");
        page.Append("| Key | Type and range | Default | Meaning | Example |\n|---|---|---|---|---|\n");
        foreach (Key key in section.Keys)
        {
            page.Append(Row(path, key));
        }

        foreach (Key key in section.Keys)
        {
            if (key.Shape.Inner is { } inner)
            {
                WriteSection(page, PathOf(path, key) + inner.Path, inner.Section);
            }
        }
    }

    private static string PathOf(string path, Key key) => path.Length == 0 ? key.Name : $"{path}.{key.Name}";

    private static string Row(string path, Key key)
    {
        string type = key.Shape.Inner is { } inner
            ? $"[{key.Shape.TypeName}](#{Anchor(PathOf(path, key) + inner.Path)})"
            : key.Shape.Expectation;
        string standard = key.Default is { } text ? Standard(text) : key.IsOptional ? "none" : "required";
        string words = string.Concat(key.Shape.Words.Select(word => $"<br>`{word.Word}`: {word.Meaning}"));
        string source = key.Ground is null ? "" : $"<br>*Default:* {key.Ground}.";
        string[] cells = [$"`{key.Name}`", type, standard, key.Documentation + words + source, $"`{Example(key)}`"];
        return "| " + string.Join(" | ", cells.Select(Escape)) + " |\n";
    }

    // A section without an example of its own shows what it cannot do without, or else its first key.
    private static string Example(Key key)
    {
        if (key.Example is { } own)
        {
            return own;
        }

        Invariant.That(key.Shape.Inner is { Path.Length: 0 });
        Key[] keys = [.. key.Shape.Inner!.Value.Section.Keys];
        Key[] required = [.. keys.Where(candidate => candidate.Default is null && !candidate.IsOptional)];
        IEnumerable<Key> shown = required.Length > 0 ? required : keys.Take(1);
        return $"{{ {string.Join(", ", shown.Select(part => $"{part.Name}: {Example(part)}"))} }}";
    }

    // As sites that render Markdown make them of headings.
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_'));

    private static string Standard(string text) => text == "{}" ? "every key's own" : $"`{text}`";

    private static void WriteHardware(StringBuilder page)
    {
        page.Append("\n## Built-in hardware\n\n");
        page.Append("A profile of the same name in the file changes single values.\n\n");
        page.Append("| Name | Values | Source |\n|---|---|---|\n");
        foreach ((string name, string text, Claim claim) in HardwareSection.Presets)
        {
            page.Append($"| `{name}` | `{text}` | {claim} |\n");
        }
    }

    private static void WriteUnits(StringBuilder page)
    {
        page.Append("\n## Units\n\nA number, a space and a unit. ");
        page.Append("Conversion is exact; a value that cannot be kept exactly is refused.\n\n");
        page.Append("| Dimension | Units | Example |\n|---|---|---|\n");
        foreach (Dimension dimension in Enum.GetValues<Dimension>().Where(known => Units.Of(known).Any()))
        {
            page.Append($"| {Units.Noun(dimension)} | {Units.ListOf(dimension)} | `{Units.Example(dimension)}` |\n");
        }
    }

    private static void WriteVerdicts(StringBuilder page)
    {
        string aggregates = string.Join(", ", VerdictWords.Aggregates.Select(known => $"`{known.Word}`"));
        page.Append("\n## Verdicts\n\nAggregates are ").Append(aggregates).Append(".\n").Append(VerdictRules);
    }

    private static string Sentence(string noun) => char.ToUpperInvariant(noun[0]) + noun[1..];

    private static string Escape(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal);
}
