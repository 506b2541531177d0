using System.Text.Json;

namespace Simulator.Reporting;

/// <summary>The parts of an experiment's <c>summary.json</c> about what theory says.</summary>
internal static class SummaryClosedForms
{
    /// <summary>Closed forms of figures, arm by arm.</summary>
    public static void Write(Utf8JsonWriter json, ExperimentSummary summary)
    {
        json.WriteObjects("closed_forms", summary.ClosedForms, form =>
        {
            json.WriteString("name", form.Name);
            json.WriteString("metric", form.Figure);
            json.WriteString("formula", form.Formula);
            json.WriteString("derivation", form.Derivation);
            json.WriteObjects("arms", summary.Arms, arm =>
            {
                json.WriteNumber("arm", arm.Arm);
                json.WriteNumberOrNull("closed_form", form.Values[arm.Arm]);
                WriteMatch(json, form.In(arm));
            });
        });
    }

    /// <summary>The closed form of an estimate; nothing where none is stated.</summary>
    public static void Write(Utf8JsonWriter json, ExperimentEstimate estimate)
    {
        if (estimate.ClosedForm is { } form)
        {
            json.WriteString("formula", form.Formula);
            json.WriteString("derivation", form.Derivation);
            json.WriteNumberOrNull("closed_form", form.Value);
            WriteMatch(json, estimate.Match);
        }
    }

    private static void WriteMatch(Utf8JsonWriter json, ClosedFormMatch? match)
    {
        if (match is not null)
        {
            json.WriteBoolean("covered", match.IsCovered);
            json.WriteNumberOrNull("relative_half_width", match.RelativeHalfWidth);
        }
    }
}
