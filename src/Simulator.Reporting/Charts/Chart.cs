using System.Text.Json.Nodes;

namespace Simulator.Reporting;

/// <summary>
/// One chart: the definition that the browser and the file renderer both draw, and the same in words.
/// </summary>
/// <param name="Name">File name without ending.</param>
/// <param name="Title">What it shows, as a heading.</param>
/// <param name="Reading">One or two sentences: how to read it, and what it leaves out.</param>
/// <param name="Option">An ECharts option. It names no colours of text and lines; the theme does.</param>
/// <param name="Columns">Headings of the table that holds the same data.</param>
/// <param name="Rows">The table.</param>
internal sealed record Chart(
    string Name,
    string Title,
    string Reading,
    JsonObject Option,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public const int Width = 960;

    public int Height { get; init; } = 440;
}
