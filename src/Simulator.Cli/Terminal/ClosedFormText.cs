using Simulator.Reporting;
using Simulator.Statistics;

namespace Simulator.Cli.Terminal;

/// <summary>Closed forms beside what was measured, one line for each estimate and each arm.</summary>
internal static class ClosedFormText
{
    private const int ShownArms = 24;

    public static void Write(ExperimentSummary summary, TextWriter writer)
    {
        foreach (ExperimentEstimate estimate in summary.Estimates.Where(estimate => estimate.ClosedForm is not null))
        {
            Write(writer, estimate.Name, "all arms", estimate.ClosedForm!.Value, estimate.Estimate, estimate.Unit);
        }

        foreach (ExperimentClosedForm form in summary.ClosedForms)
        {
            foreach (ArmSummary arm in summary.Arms.Take(ShownArms))
            {
                ArmFigure? figure = form.Measured(arm);
                Write(
                    writer, form.Name, arm.Label, form.Values[arm.Arm], figure?.Estimate, figure?.Unit ?? MetricUnit.Count);
            }
        }
    }

    private static void Write(
        TextWriter writer, string name, string where, double? closedForm, Estimate? measured, MetricUnit unit)
    {
        string expected = closedForm is { } value ? Wording.Figure(Estimate.Exact(value, 1), unit).Value : "no value";
        string found = "nothing observed";
        if (measured is not null)
        {
            (string shown, string interval) = Wording.Figure(measured, unit);
            string match = closedForm is { } theory ? "; " + new ClosedFormMatch(theory, measured).InWords() : "";
            found = $"{shown}  {OutcomeText.Rest(measured, interval)}{match}";
        }

        writer.WriteLine($"  closed form {name}, {where}: {expected}, measured {found}");
    }
}
