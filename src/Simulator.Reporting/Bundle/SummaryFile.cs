using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Simulator.Primitives;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary><c>summary.json</c>: what a script or a person without a browser needs to know of a run.</summary>
internal static class SummaryFile
{
    public const string Name = "summary.json";
    public const string SchemaVersion = "opgsim.summary/1";

    internal static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(string path, RunSummary summary)
    {
        using FileStream file = File.Create(path);
        using (Utf8JsonWriter json = new(file, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", SchemaVersion);
            WriteRun(json, summary);
            WriteVerdicts(json, summary.Verdicts);
            WriteCheckers(json, summary.Result.Checkers);
            WriteRequests(json, summary.Requests);
            WriteCounts(json, "refusals", summary.Refusals);
            WriteCounts(json, "rejections", summary.Rejections);
            WriteCounts(json, "evidence_failures", summary.EvidenceFailures);
            WriteSettlements(json, summary.Settlements);
            WriteCounts(json, "settlement_refusals", summary.SettlementRefusals);
            WriteCounts(json, "registration_refusals", summary.RegistrationRefusals);
            WriteSupply(json, summary.Supply);
            WriteMetrics(json, summary.Figures);
            WriteFlows(json, summary.Flows);
            SummaryFrauds.Write(json, summary);
            WriteProvenance(json, summary.Description);
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

    private static void WriteRun(Utf8JsonWriter json, RunSummary summary)
    {
        RunDescription run = summary.Description;
        json.WriteString("scenario", run.Scenario);
        json.WriteString("question", run.Question);
        json.WriteString("scenario_sha256", run.ScenarioHash);
        json.WriteNumber("seed", run.Seed);
        json.WriteNumber("replication", run.Replication);
        json.WriteString("digest", summary.Result.Digest);
        json.WriteString("facts", summary.Result.Facts);
        json.WriteString("completion", NameOf(summary.Result.Completion));
        json.WriteNumber("duration_ns", run.Duration.Nanoseconds);
        json.WriteNumber("end_ns", summary.Result.End.NanosecondsSinceStart);
        if (summary.WarmUp is { } warmUp)
        {
            WriteWarmUp(json, warmUp);
        }

        json.WriteNumber("events", summary.Result.Events);
        json.WriteString("outcome", NameOf(summary.Outcome));
    }

    internal static void WriteWarmUp(Utf8JsonWriter json, WarmUpFinding warmUp)
    {
        json.WriteStartObject("warm_up");
        json.WriteString("method", warmUp.IsByMser5 ? "mser5" : "stated");
        json.WriteBoolean("settled", warmUp.IsSettled);
        json.WriteNumber("left_out_ns", warmUp.LeftOut.Nanoseconds);
        json.WriteEndObject();
    }

    private static void WriteVerdicts(Utf8JsonWriter json, IReadOnlyList<Verdict> verdicts)
    {
        json.WriteStartArray("verdicts");
        foreach (Verdict verdict in verdicts)
        {
            json.WriteStartObject();
            json.WriteString("expression", verdict.Expression);
            json.WriteString("outcome", NameOf(verdict.Outcome));
            WriteEstimate(json, verdict.Estimate, verdict.Unit, verdict.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCheckers(Utf8JsonWriter json, IReadOnlyList<CheckerFinding> findings)
    {
        json.WriteStartArray("checkers");
        foreach (CheckerFinding finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("checker", finding.Checker);
            json.WriteBoolean("holds", finding.Holds);
            json.WriteNumber("checked", finding.Checked);
            json.WriteNumber("violations", finding.ViolationCount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRequests(Utf8JsonWriter json, RequestCounts requests)
    {
        json.WriteStartObject("requests");
        json.WriteNumber("issued", requests.Issued);
        json.WriteNumber("accepted", requests.Accepted);
        json.WriteNumber("refused", requests.Refused);
        json.WriteNumber("rejected", requests.Rejected);
        json.WriteNumber("timed_out", requests.TimedOut);
        json.WriteNumber("open", requests.Open);
        json.WriteEndObject();
    }

    private static void WriteSettlements(Utf8JsonWriter json, SettlementCounts settlements)
    {
        json.WriteStartObject("settlements");
        json.WriteNumber("succeeded", settlements.Succeeded);
        json.WriteNumber("failed", settlements.Failed);
        json.WriteNumber("reverted", settlements.Reverted);
        json.WriteNumber("lost", settlements.Lost);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, long> counts)
    {
        json.WriteStartObject(name);
        foreach ((string key, long count) in counts)
        {
            json.WriteNumber(key, count);
        }

        json.WriteEndObject();
    }

    private static void WriteSupply(Utf8JsonWriter json, Supply supply)
    {
        json.WriteStartObject("supply");
        json.WriteString("unit", "atto-OPG");
        json.WriteString("initial", Atto(supply.Initial));
        json.WriteString("minted", Atto(supply.Minted));
        json.WriteString("burned", Atto(supply.Burned));
        json.WriteString("final", Atto(supply.Final));
        json.WriteEndObject();
    }

    private static void WriteMetrics(Utf8JsonWriter json, IReadOnlyList<MeasureResult> figures)
    {
        json.WriteStartObject("metrics");
        foreach (MeasureResult figure in figures)
        {
            json.WriteStartObject(figure.Question.ToString());
            WriteEstimate(json, figure.Estimate, figure.Unit, figure.Problem);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    internal static void WriteEstimate(Utf8JsonWriter json, Estimate? estimate, MetricUnit unit, string? note)
    {
        WriteNumber(json, "value", estimate?.Value);
        WriteNumber(json, "half_width", estimate?.HalfWidth is { } width ? Figures.Round(width) : null);
        WriteNumber(json, "lower", estimate?.Lower);
        WriteNumber(json, "upper", estimate?.Upper);
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

    internal static void WriteNumber(Utf8JsonWriter json, string name, double? value)
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

    private static void WriteFlows(Utf8JsonWriter json, IReadOnlyList<Flow> flows)
    {
        json.WriteStartArray("flows");
        foreach (Flow flow in flows)
        {
            json.WriteStartObject();
            json.WriteString("from", flow.From);
            json.WriteString("to", flow.To);
            json.WriteString("cause", flow.Cause);
            json.WriteNumber("transfers", flow.Transfers);
            json.WriteString("amount_atto_opg", Atto(flow.Amount));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteProvenance(Utf8JsonWriter json, RunDescription run)
    {
        json.WriteStartArray("fidelity");
        foreach (Fidelity part in run.Fidelity)
        {
            json.WriteStartObject();
            json.WriteString("part", part.Part);
            json.WriteString("kind", part.Kind);
            json.WriteString("note", part.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("command", run.Command);
        json.WriteStartObject("libraries");
        foreach ((string name, string version) in run.Libraries.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, version);
        }

        json.WriteEndObject();
    }

    private static string Atto(OpgAmount amount) => amount.BaseUnits.ToString(CultureInfo.InvariantCulture);
}
