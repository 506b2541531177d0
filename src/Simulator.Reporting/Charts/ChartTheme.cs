using System.Text.Json.Nodes;

namespace Simulator.Reporting;

/// <summary>Colours of charts on a light and on a dark page, told apart by people with any colour vision.</summary>
/// <remarks>After Okabe and Ito, Color Universal Design (2008); the dark set is the same hues, lightened.</remarks>
internal static class ChartTheme
{
    private static readonly string[] OnLight =
        ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#8a6d00", "#6b7280"];

    private static readonly string[] OnDark =
        ["#5fb3e6", "#f0b840", "#3fc79c", "#f08a4b", "#e3a3c6", "#9ad4f5", "#d9c75c", "#a3abb8"];

    /// <summary>For charts that must name their colours: readable on either page.</summary>
    public static readonly IReadOnlyList<string> OnBoth =
        ["#2f86c1", "#d9930d", "#129a73", "#d9622b", "#bf6f9e", "#4fa7d8", "#98801f", "#7c8594"];

    public static JsonObject Light() => Of(OnLight, "#ffffff", "#1d2430", "#5b6573", "#d9dee5");

    public static JsonObject Dark() => Of(OnDark, "#171b22", "#e8ebf0", "#a3abb8", "#333b47");

    private static JsonObject Of(string[] palette, string paper, string ink, string faint, string line) => new()
    {
        ["color"] = new JsonArray([.. palette.Select(colour => (JsonNode)colour)]),
        ["backgroundColor"] = paper,
        ["textStyle"] = new JsonObject
        {
            ["color"] = ink,
            ["fontFamily"] = "DejaVu Sans, system-ui, sans-serif",
            ["fontSize"] = 12,
        },
        ["legend"] = new JsonObject { ["textStyle"] = Text(ink) },
        ["valueAxis"] = Axis(ink, faint, line),
        ["categoryAxis"] = Axis(ink, faint, line),
        ["line"] = new JsonObject { ["symbol"] = "none" },
        ["markLine"] = new JsonObject { ["label"] = Text(ink), ["lineStyle"] = new JsonObject { ["color"] = faint } },
        ["markPoint"] = new JsonObject { ["label"] = Text(ink) },
        ["sankey"] = new JsonObject { ["label"] = Text(ink) },
        ["tooltip"] = new JsonObject { ["backgroundColor"] = paper, ["borderColor"] = line, ["textStyle"] = Text(ink) },
    };

    private static JsonObject Axis(string ink, string faint, string line) => new()
    {
        ["axisLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = faint } },
        ["axisTick"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = faint } },
        ["axisLabel"] = Text(ink),
        ["nameTextStyle"] = Text(faint),
        ["splitLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = line } },
    };

    private static JsonObject Text(string colour) => new() { ["color"] = colour };
}
