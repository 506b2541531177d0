using System.Text.Json;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary><c>summary.json</c> of an experiment.</summary>
internal static class ExperimentSummaryFile
{
    public const string SchemaVersion = "opgsim.experiment/1";

    public static void Write(string path, ExperimentSummary summary)
    {
        SummaryJson.WriteFile(path, SchemaVersion, json =>
        {
            WriteExperiment(json, summary);
            WriteVerdicts(json, summary.Verdicts);
            WriteEstimates(json, summary.Estimates);
            SummaryClosedForms.Write(json, summary);
            WriteArms(json, summary.Arms);
            WriteSensitivities(json, summary.Sensitivities);
            WriteFailures(json, summary.Failures);
            json.WriteProvenance(summary.Description);
        });
    }

    private static void WriteExperiment(Utf8JsonWriter json, ExperimentSummary summary)
    {
        RunDescription experiment = summary.Description;
        json.WriteScenario(experiment);
        json.WriteString("digest", summary.Digest);
        json.WriteString("facts", summary.Facts);
        json.WriteString("completion", summary.IsComplete ? "finished" : "interrupted");
        json.WriteNumber("duration_ns", experiment.Duration.Nanoseconds);
        if (summary.WarmUp is { } warmUp)
        {
            json.WriteString("warm_up", warmUp);
        }

        json.WriteString("outcome", SummaryJson.NameOf(summary.Outcome));
        json.WriteStartObject("runs");
        json.WriteNumber("finished", summary.RunsFinished);
        json.WriteNumber("failed", summary.Failures.Count);
        json.WriteEndObject();
        json.WriteStartObject("design");
        json.WriteString("vary", summary.Design);
        json.WriteString("replications", summary.Replications);
        json.WriteNumber("arms", summary.Arms.Count);
        json.WriteNumber("tested_together", summary.Family);
        json.WriteEndObject();
    }

    private static void WriteVerdicts(Utf8JsonWriter json, IReadOnlyList<ExperimentVerdict> verdicts)
    {
        json.WriteStartArray("verdicts");
        foreach (ExperimentVerdict verdict in verdicts)
        {
            json.WriteStartObject();
            json.WriteString("expression", verdict.Expression);
            json.WriteString("outcome", SummaryJson.NameOf(verdict.Outcome));
            json.WriteStartArray("arms");
            foreach ((int? arm, Verdict inArm) in verdict.Arms)
            {
                json.WriteStartObject();
                json.WriteNumberOrNull("arm", arm);
                json.WriteString("outcome", SummaryJson.NameOf(inArm.Outcome));
                json.WriteEstimate(inArm.Estimate, inArm.Unit, inArm.Note);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteArms(Utf8JsonWriter json, IReadOnlyList<ArmSummary> arms)
    {
        json.WriteObjects("arms", arms, arm =>
        {
            json.WriteNumber("arm", arm.Arm);
            json.WriteStartObject("values");
            foreach (ArmValue value in arm.Values)
            {
                json.WriteString(value.Key, value.Text);
            }

            json.WriteEndObject();
            json.WriteNumber("finished", arm.Finished);
            json.WriteNumber("failed", arm.Failed);
            json.WriteStartObject("metrics");
            foreach (ArmFigure figure in arm.Figures)
            {
                json.WriteStartObject(figure.Name);
                json.WriteEstimate(figure.Estimate, figure.Unit, NoteOf(figure));
                json.WriteEndObject();
            }

            json.WriteEndObject();
            WriteDifferences(json, arm.Differences);
        });
    }

    private static void WriteDifferences(Utf8JsonWriter json, IReadOnlyList<FigureDifference> differences)
    {
        json.WriteStartObject("differences_to_arm_0");
        foreach (FigureDifference difference in differences)
        {
            json.WriteStartObject(difference.Name);
            json.WriteEstimate(difference.Difference, difference.Unit, null);
            json.WriteBoolean("real", difference.IsReal);
            json.WriteNumberOrNull("p", difference.PValue);
            json.WriteNumberOrNull("variance_reduction", difference.VarianceReduction?.Value);
            json.WriteNumberOrNull("variance_reduction_lower", difference.VarianceReduction?.Lower);
            json.WriteNumberOrNull("variance_reduction_upper", difference.VarianceReduction?.Upper);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteEstimates(Utf8JsonWriter json, IReadOnlyList<ExperimentEstimate> estimates)
    {
        json.WriteObjects("estimates", estimates, estimate =>
        {
            json.WriteString("name", estimate.Name);
            json.WriteString("crossing", estimate.Curve);
            json.WriteString("over", estimate.Key);
            json.WriteEstimate(estimate.Estimate, estimate.Unit, estimate.Note);
            SummaryClosedForms.Write(json, estimate);
        });
    }

    private static void WriteSensitivities(Utf8JsonWriter json, IReadOnlyList<FigureSensitivity> sensitivities)
    {
        json.WriteObjects("sensitivity", sensitivities, figure =>
        {
            json.WriteString("metric", figure.Name);
            json.WriteObjects("keys", figure.Keys, key =>
            {
                json.WriteString("key", key.Key);
                foreach ((string measure, Estimate estimate) in key.Measures)
                {
                    json.WriteStartObject(measure);
                    json.WriteEstimate(
                        estimate, measure is "first" or "total" ? MetricUnit.Share : figure.Unit, null);
                    json.WriteEndObject();
                }

            });
        });
    }

    private static string? NoteOf(ArmFigure figure) => figure switch
    {
        { Estimate: null } => "nothing observed",
        { Missing: 0 } => null,
        _ => $"nothing observed in {Wording.Count(figure.Missing)} of the runs",
    };

    private static void WriteFailures(Utf8JsonWriter json, IReadOnlyList<ExperimentRun> failures)
    {
        json.WriteStartArray("failures");
        foreach (ExperimentRun run in failures)
        {
            ExperimentRunJson.Write(json, run);
        }

        json.WriteEndArray();
    }
}
