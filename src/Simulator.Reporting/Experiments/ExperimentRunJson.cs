using System.Text.Json;
using Simulator.Primitives;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>A run of an experiment as one line of JSON; what was written reads back the same.</summary>
public static class ExperimentRunJson
{
    public static void Write(Utf8JsonWriter json, ExperimentRun run)
    {
        json.WriteStartObject();
        json.WriteNumber("arm", run.Arm);
        json.WriteNumber("replication", run.Replication);
        json.WriteNumber("seed", run.Seed);
        if (run.Figures is { } figures)
        {
            WriteFigures(json, figures);
        }

        if (run.Failure is { } failure)
        {
            json.WriteStartObject("failure");
            json.WriteString("message", failure.Message);
            json.WriteString("actor", failure.Actor);
            json.WriteNumber("at_ns", failure.At.NanosecondsSinceStart);
            json.WriteString("command", failure.Command);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <exception cref="JsonException">Not a run.</exception>
    public static ExperimentRun Read(JsonElement json)
    {
        try
        {
            return new ExperimentRun(json.GetProperty("arm").GetInt32(), json.GetProperty("replication").GetInt32())
            {
                Seed = json.GetProperty("seed").GetUInt64(),
                Figures = json.TryGetProperty("digest", out _) ? ReadFigures(json) : null,
                Failure = json.TryGetProperty("failure", out JsonElement failure) ? ReadFailure(failure) : null,
            };
        }
        catch (Exception problem) when (problem is KeyNotFoundException or InvalidOperationException or FormatException
            or IndexOutOfRangeException)
        {
            throw new JsonException("not a run of an experiment", problem);
        }
    }

    private static void WriteFigures(Utf8JsonWriter json, RunFigures run)
    {
        json.WriteString("digest", run.Digest);
        json.WriteString("facts", run.Facts);
        json.WriteNumber("events", run.Events);
        json.WriteNumber("end_ns", run.End.NanosecondsSinceStart);
        if (run.WarmUp is { } warmUp)
        {
            SummaryFile.WriteWarmUp(json, warmUp);
        }

        json.WriteStartArray("requests");
        RequestCounts requests = run.Requests;
        long[] counts =
        [
            requests.Issued, requests.Accepted, requests.Refused, requests.Rejected, requests.TimedOut, requests.Open,
        ];
        Array.ForEach(counts, json.WriteNumberValue);
        json.WriteEndArray();
        json.WriteStartArray("checkers");
        foreach (CheckerTally tally in run.Checkers)
        {
            json.WriteStartArray();
            json.WriteStringValue(tally.Checker);
            json.WriteNumberValue(tally.Judged);
            json.WriteNumberValue(tally.Violations);
            json.WriteStringValue(tally.First);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("figures");
        foreach (NamedFigure figure in run.Figures)
        {
            json.WriteStartArray();
            json.WriteStringValue(figure.Name);
            json.WriteStringValue(figure.Unit.Symbol());
            json.WriteNumberValue(figure.Estimate.Value);
            WriteEnd(json, figure.Estimate.Lower);
            WriteEnd(json, figure.Estimate.Upper);
            json.WriteNumberValue(figure.Estimate.N);
            json.WriteStringValue(figure.Estimate.Method);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        if (run.Shape is { } shape)
        {
            RunShapeJson.Write(json, shape);
        }
    }

    private static void WriteEnd(Utf8JsonWriter json, double? end)
    {
        if (end is { } number)
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static RunFigures ReadFigures(JsonElement json)
    {
        JsonElement requests = json.GetProperty("requests");
        return new RunFigures
        {
            Digest = json.GetProperty("digest").GetString()!,
            Facts = json.GetProperty("facts").GetString()!,
            Events = json.GetProperty("events").GetInt64(),
            End = new SimTime(json.GetProperty("end_ns").GetInt64()),
            WarmUp = json.TryGetProperty("warm_up", out JsonElement warmUp) ? ReadWarmUp(warmUp) : null,
            Requests = new RequestCounts(
                requests[0].GetInt64(),
                requests[1].GetInt64(),
                requests[2].GetInt64(),
                requests[3].GetInt64(),
                requests[4].GetInt64(),
                requests[5].GetInt64()),
            Checkers = [.. json.GetProperty("checkers").EnumerateArray().Select(tally => new CheckerTally(
                tally[0].GetString()!, tally[1].GetInt64(), tally[2].GetInt64(), tally[3].GetString()))],
            Figures = [.. json.GetProperty("figures").EnumerateArray().Select(figure => new NamedFigure(
                figure[0].GetString()!,
                MetricUnits.OfSymbol(figure[1].GetString()!),
                new Estimate(
                    figure[2].GetDouble(), End(figure[3]), End(figure[4]), figure[5].GetInt64(), figure[6].GetString()!)))],
            Shape = json.TryGetProperty(RunShapeJson.Name, out JsonElement shape) ? RunShapeJson.Read(shape) : null,
        };
    }

    private static WarmUpFinding ReadWarmUp(JsonElement json) => new(
        new SimDuration(json.GetProperty("left_out_ns").GetInt64()),
        json.GetProperty("method").GetString() == "mser5",
        json.GetProperty("settled").GetBoolean());

    private static double? End(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : json.GetDouble();

    private static RunFailure ReadFailure(JsonElement json) => new(
        json.GetProperty("message").GetString()!,
        json.GetProperty("actor").GetString()!,
        new SimTime(json.GetProperty("at_ns").GetInt64()),
        json.GetProperty("command").GetString()!);
}
