using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Simulator.Primitives;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>How the summaries of a run and of an experiment write what both have.</summary>
internal static class SummaryJson
{
    public static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One file: an object whose first member is its schema.</summary>
    public static void WriteFile(string path, string schema, Action<Utf8JsonWriter> write)
    {
        using FileStream file = File.Create(path);
        using (Utf8JsonWriter json = new(file, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", schema);
            write(json);
            json.WriteEndObject();
        }

        file.WriteByte((byte)'\n');
    }

    public static string NameOf(RunCompletion completion) => completion switch
    {
        RunCompletion.Finished => "finished",
        RunCompletion.Interrupted => "interrupted",
        RunCompletion.Quiescent => "quiescent",
        RunCompletion.Unset => throw Invariant.Unreachable(completion),
    };

    public static string NameOf(VerdictOutcome outcome) => outcome switch
    {
        VerdictOutcome.Pass => "pass",
        VerdictOutcome.Fail => "fail",
        VerdictOutcome.Inconclusive => "inconclusive",
        VerdictOutcome.Unset => throw Invariant.Unreachable(outcome),
    };

    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteScenario(this Utf8JsonWriter json, RunDescription run)
    {
        json.WriteString("scenario", run.Scenario);
        json.WriteString("question", run.Question);
        json.WriteString("scenario_sha256", run.ScenarioHash);
        json.WriteNumber("seed", run.Seed);
    }

    public static void WriteEstimate(this Utf8JsonWriter json, Estimate? estimate, MetricUnit unit, string? note)
    {
        json.WriteNumberOrNull("value", estimate?.Value);
        json.WriteNumberOrNull("half_width", estimate?.HalfWidth is { } width ? Figures.Round(width) : null);
        json.WriteNumberOrNull("lower", estimate?.Lower);
        json.WriteNumberOrNull("upper", estimate?.Upper);
        json.WriteNumber("n", estimate?.N ?? 0);
        json.WriteString("unit", unit == MetricUnit.Unset ? string.Empty : unit.Symbol());
        if (estimate is not null)
        {
            json.WriteString("method", estimate.Method);
        }

        if (note is not null)
        {
            json.WriteString("note", note);
        }
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteProvenance(this Utf8JsonWriter json, RunDescription run)
    {
        json.WriteObjects("fidelity", run.Fidelity, part =>
        {
            json.WriteString("part", part.Part);
            json.WriteString("kind", part.Kind);
            json.WriteString("note", part.Note);
        });
        json.WriteString("command", run.Command);
        json.WriteStartObject("libraries");
        foreach ((string name, string version) in run.Libraries.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, version);
        }

        json.WriteEndObject();
    }

    public static string Atto(OpgAmount amount) => amount.BaseUnits.ToString(CultureInfo.InvariantCulture);
}
