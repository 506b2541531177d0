using System.Globalization;
using System.Text.Json;
using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>A run's shape as JSON; what was written reads back the same.</summary>
internal static class RunShapeJson
{
    public const string Name = "shape";

    public static void Write(Utf8JsonWriter json, RunShape shape)
    {
        json.WriteStartObject(Name);
        json.WriteStartObject("percentiles");
        foreach (RunSpread spread in shape.Spreads)
        {
            WriteNumbers(json, spread.Metric, spread.Values);
        }

        json.WriteEndObject();
        json.WriteNumber("bin_ns", shape.Course.Width.Nanoseconds);
        WriteCounts(json, "asked", shape.Course.Asked);
        WriteCounts(json, "accepted", shape.Course.Accepted);
        WriteNumbers(json, "latency_s", shape.Course.Latency);
        json.WriteStartArray("flows");
        foreach (Flow flow in shape.Flows)
        {
            json.WriteStartArray();
            json.WriteStringValue(flow.From);
            json.WriteStringValue(flow.To);
            json.WriteStringValue(flow.Cause);
            json.WriteNumberValue(flow.Transfers);
            json.WriteStringValue(flow.Amount.BaseUnits.ToString(CultureInfo.InvariantCulture));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static RunShape Read(JsonElement json) => new(
        [.. json.GetProperty("percentiles").EnumerateObject().Select(spread => new RunSpread(
            spread.Name, ReadNumbers(spread.Value)))],
        new RunCourse(
            new SimDuration(json.GetProperty("bin_ns").GetInt64()),
            ReadCounts(json, "asked"),
            ReadCounts(json, "accepted"),
            ReadNumbers(json.GetProperty("latency_s"))),
        [.. json.GetProperty("flows").EnumerateArray().Select(flow => new Flow(
            flow[0].GetString()!,
            flow[1].GetString()!,
            flow[2].GetString()!,
            flow[3].GetInt64(),
            new OpgAmount(UInt128.Parse(flow[4].GetString()!, CultureInfo.InvariantCulture))))]);

    private static void WriteCounts(Utf8JsonWriter json, string name, IReadOnlyList<long> counts)
    {
        json.WriteStartArray(name);
        foreach (long count in counts)
        {
            json.WriteNumberValue(count);
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static double[] ReadNumbers(JsonElement json) => [.. json.EnumerateArray().Select(number => number.GetDouble())];

    private static long[] ReadCounts(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(count => count.GetInt64())];
}
