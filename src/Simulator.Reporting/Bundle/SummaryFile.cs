using System.Text.Json;

namespace Simulator.Reporting;

/// <summary><c>summary.json</c>: what a script or a person without a browser needs to know of a run.</summary>
internal static class SummaryFile
{
    public const string Name = "summary.json";
    public const string SchemaVersion = "opgsim.summary/1";

    public static void Write(string path, RunSummary summary)
    {
        SummaryJson.WriteFile(path, SchemaVersion, json =>
        {
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
            json.WriteProvenance(summary.Description);
        });
    }

    private static void WriteRun(Utf8JsonWriter json, RunSummary summary)
    {
        RunDescription run = summary.Description;
        json.WriteScenario(run);
        json.WriteNumber("replication", run.Replication);
        json.WriteString("digest", summary.Result.Digest);
        json.WriteString("facts", summary.Result.Facts);
        json.WriteString("completion", SummaryJson.NameOf(summary.Result.Completion));
        json.WriteNumber("duration_ns", run.Duration.Nanoseconds);
        json.WriteNumber("end_ns", summary.Result.End.NanosecondsSinceStart);
        if (summary.WarmUp is { } warmUp)
        {
            WriteWarmUp(json, warmUp);
        }

        json.WriteNumber("events", summary.Result.Events);
        json.WriteString("outcome", SummaryJson.NameOf(summary.Outcome));
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
        json.WriteObjects("verdicts", verdicts, verdict =>
        {
            json.WriteString("expression", verdict.Expression);
            json.WriteString("outcome", SummaryJson.NameOf(verdict.Outcome));
            json.WriteEstimate(verdict.Estimate, verdict.Unit, verdict.Note);
        });
    }

    private static void WriteCheckers(Utf8JsonWriter json, IReadOnlyList<CheckerFinding> findings)
    {
        json.WriteObjects("checkers", findings, finding =>
        {
            json.WriteString("checker", finding.Checker);
            json.WriteBoolean("holds", finding.Holds);
            json.WriteNumber("checked", finding.Checked);
            json.WriteNumber("violations", finding.ViolationCount);
        });
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
        json.WriteString("initial", SummaryJson.Atto(supply.Initial));
        json.WriteString("minted", SummaryJson.Atto(supply.Minted));
        json.WriteString("burned", SummaryJson.Atto(supply.Burned));
        json.WriteString("final", SummaryJson.Atto(supply.Final));
        json.WriteEndObject();
    }

    private static void WriteMetrics(Utf8JsonWriter json, IReadOnlyList<MeasureResult> figures)
    {
        json.WriteStartObject("metrics");
        foreach (MeasureResult figure in figures)
        {
            json.WriteStartObject(figure.Question.ToString());
            json.WriteEstimate(figure.Estimate, figure.Unit, figure.Problem);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFlows(Utf8JsonWriter json, IReadOnlyList<Flow> flows)
    {
        json.WriteObjects("flows", flows, flow =>
        {
            json.WriteString("from", flow.From);
            json.WriteString("to", flow.To);
            json.WriteString("cause", flow.Cause);
            json.WriteNumber("transfers", flow.Transfers);
            json.WriteString("amount_atto_opg", SummaryJson.Atto(flow.Amount));
        });
    }
}
