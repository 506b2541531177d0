using System.Globalization;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary><c>report.html</c> of an experiment: verdicts first, then every figure with interval and n.</summary>
internal sealed class ExperimentReport(ExperimentSummary summary, IReadOnlyList<Chart> charts)
{
    private const string Promise = "The same scenario and seed give the same digest on any machine. Every run can be repeated "
        + "alone, with a bundle of its own, by adding --arm and --replication to the command; runs.csv holds every run.";

    private readonly HtmlText html = new();

    public string Html()
    {
        ReportPage.Begin(html, summary.Description.Scenario);
        WriteHead();
        WriteFailures();
        ExperimentReportVerdicts.Write(html, summary);
        WriteEstimates();
        ExperimentReportClosedForms.Write(html, summary);
        ExperimentReportFigures.Write(html, summary);
        if (charts.Count > 0)
        {
            ReportCharts.Write(html, charts);
        }

        WriteSensitivity();
        ReportProvenance.WriteFidelity(html, summary.Description);
        ReportProvenance.WriteAgain(html, summary.Description, Identity(), Promise);
        html.Raw("</main>");
        if (charts.Count > 0)
        {
            ReportCharts.WriteScripts(html, charts);
        }

        return html.Raw("</body>\n</html>").ToString();
    }

    private void WriteHead()
    {
        string arms = summary.Arms.Count == 1
            ? "One arm"
            : $"{Wording.Count(summary.Arms.Count)} arms ({summary.Design} over {string.Join(", ", Keys())})";
        string seed = summary.Description.Seed.ToString(CultureInfo.InvariantCulture);
        html.Raw("<header>")
            .Element("p", summary.Description.Scenario, "eyebrow")
            .Element("h1", summary.Description.Question)
            .Element(
                "p",
                $"{arms}, replications: {summary.Replications}; {Wording.Count(summary.RunsFinished)} runs finished, seed {seed}.",
                "lead");
        if (!summary.IsComplete)
        {
            html.Element(
                "p",
                "This experiment was interrupted; everything below is about the runs that had finished. The same command goes on.",
                "warning");
        }

        if (summary.WarmUp is { } warmUp)
        {
            html.Element("p", warmUp, "note");
        }

        if (ArmSample.Omission(summary) is { } omission)
        {
            html.Element("p", omission, "note");
        }

        html.Raw("</header>");
    }

    private IEnumerable<string> Keys() => summary.Arms[0].Values.Select(value => value.Key);

    private void WriteFailures()
    {
        if (summary.Failures.Count == 0)
        {
            return;
        }

        html.Raw("<section aria-labelledby=\"failures-title\">")
            .Raw("<h2 id=\"failures-title\">Runs that failed</h2>")
            .Element("p", "A failed run is a bug of the program, never a result. Figures beside it lack these runs.", "warning")
            .Table(
                "Failed runs",
                ["Arm", "Replication", "What broke", "Repeat it"],
                summary.Failures.Select(run => new[]
                {
                    run.Arm.ToString(CultureInfo.InvariantCulture),
                    run.Replication.ToString(CultureInfo.InvariantCulture),
                    run.Failure!.Message,
                    run.Failure.Command,
                }))
            .Raw("</section>");
    }

    private void WriteEstimates()
    {
        if (summary.Estimates.Count == 0)
        {
            return;
        }

        html.Raw("<section aria-labelledby=\"estimates-title\">")
            .Raw("<h2 id=\"estimates-title\">Estimates over all arms</h2>")
            .Table(
                "Estimates",
                ["Estimate", "Crosses zero", "Over", "At", "95 % interval", "n"],
                summary.Estimates.Select(Row))
            .Element(
                "p",
                "Where the mean over replications crosses zero; the interval comes from resampling whole replications.",
                "note")
            .Raw("</section>");
    }

    private static string[] Row(ExperimentEstimate estimate)
    {
        if (estimate.Estimate is not { } at)
        {
            return [estimate.Name, estimate.Curve, estimate.Key, "–", estimate.Note, "–"];
        }

        (string value, string interval) = Wording.Figure(at, estimate.Unit);
        return [estimate.Name, $"{estimate.Curve} {estimate.Note}", estimate.Key, value, interval, Wording.Count(at.N)];
    }

    private void WriteSensitivity()
    {
        if (summary.Sensitivities.Count == 0)
        {
            return;
        }

        html.Raw("<section aria-labelledby=\"sensitivity-title\">")
            .Raw("<h2 id=\"sensitivity-title\">What matters</h2>")
            .Table(
                "Sensitivity",
                ["Figure", "Key", "Measure", "Value", "95 % interval", "n"],
                summary.Sensitivities.SelectMany(figure => figure.Keys.SelectMany(key => key.Measures.Select(
                    measure => Row(figure, key.Key, measure.Measure, measure.Estimate)))),
                firstNumeric: 3)
            .Element("p", SensitivityNote(), "note")
            .Raw("</section>");
    }

    private static string[] Row(FigureSensitivity figure, string key, string measure, Estimate estimate)
    {
        MetricUnit unit = measure is "first" or "total" ? MetricUnit.Share : figure.Unit;
        (string value, string interval) = Wording.Figure(estimate, unit);
        string name = measure.Replace('_', ' ');
        return [figure.Name, key, name, value, interval, Wording.Count(estimate.N)];
    }

    private string SensitivityNote() => summary.Design == "sobol"
        ? "Shares of the figure's variance over the ranges: first, by the key alone; total, with all its interactions."
        : "Elementary effects over the whole range of a key: mean absolute, how much it matters; mean, in which direction; "
            + "deviation, bends and interactions.";

    private IEnumerable<IReadOnlyList<string>> Identity()
    {
        yield return ["Scenario", $"{summary.Description.Scenario} (SHA-256 {summary.Description.ScenarioHash})"];
        yield return ["Seed", summary.Description.Seed.ToString(CultureInfo.InvariantCulture)];
        yield return ["Digest", summary.Digest];
        yield return ["Facts", summary.Facts];
        yield return ["Runs", $"{Wording.Count(summary.RunsFinished)} finished, {Wording.Count(summary.Failures.Count)} failed"];
    }
}
