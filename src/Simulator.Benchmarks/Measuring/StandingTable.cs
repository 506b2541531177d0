using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Simulator.Benchmarks.Measuring;

/// <summary>Standings as an aligned table or as JSON.</summary>
public static class StandingTable
{
    private static readonly string[] Heads =
        ["primitive", "ops/s", "µs", "ratio", "min–max", "target", "met", "reference"];

    public static string Text(IReadOnlyList<Standing> standings)
    {
        List<string[]> rows = [Heads, .. standings.Select(Cells)];
        return TextTable.Of(rows, rightAligned: [1, 2, 3, 4, 5]);
    }

    public static string Json(IReadOnlyList<Standing> standings)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartArray();
            foreach (Standing standing in standings)
            {
                Write(writer, standing);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string[] Cells(Standing standing) =>
    [
        standing.Name,
        standing.PerSecond.ToString("N0", CultureInfo.InvariantCulture),
        (standing.Nanoseconds / 1000).ToString("N2", CultureInfo.InvariantCulture),
        standing.Ratio is { } ratio ? Ratio(ratio.Median) : "",
        standing.Ratio is { } range ? $"{Ratio(range.Least)}–{Ratio(range.Greatest)}" : "",
        standing.Target is double target ? $"≥ {Ratio(target)}" : "",
        standing.IsMet switch { true => "yes", false => "NO", null => "" },
        standing.ReferenceName ?? "",
    ];

    private static string Ratio(double value) => value.ToString("F2", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter writer, Standing standing)
    {
        writer.WriteStartObject();
        writer.WriteString("name", standing.Name);
        writer.WriteNumber("ops_per_second", Math.Round(standing.PerSecond, 1));
        writer.WriteNumber("microseconds", Math.Round(standing.Nanoseconds / 1000, 4));
        if (standing.Ratio is { } ratio)
        {
            writer.WriteString("reference", standing.ReferenceName);
            writer.WriteNumber("ratio", Math.Round(ratio.Median, 4));
            writer.WriteNumber("ratio_min", Math.Round(ratio.Least, 4));
            writer.WriteNumber("ratio_max", Math.Round(ratio.Greatest, 4));
        }

        if (standing.Target is double target)
        {
            writer.WriteNumber("target", target);
            writer.WriteBoolean("met", standing.IsMet == true);
        }

        writer.WriteEndObject();
    }
}
