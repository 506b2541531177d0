namespace Simulator.Reporting;

/// <summary>How much of an experiment a report shows: all of it as long as a person can read it.</summary>
internal static class ArmSample
{
    /// <summary>Arms in a table.</summary>
    public const int Rows = 200;

    /// <summary>Arms in a chart.</summary>
    public const int Points = 400;

    /// <summary>What the tables leave out, in a sentence; null when nothing is left out.</summary>
    public static string? Omission(ExperimentSummary summary) => summary.Arms.Count <= Rows
        ? null
        : $"Tables show the first {Wording.Count(Rows)} of {Wording.Count(summary.Arms.Count)} arms; summary.json and runs.csv "
            + "hold all of them.";

    /// <summary>The figures that the scenario asks for; where it asks for none, the ones to remember.</summary>
    public static IReadOnlyList<string> Figures(ExperimentSummary summary)
    {
        if (summary.Arms.Count == 0)
        {
            return [];
        }

        string[] known = [.. summary.Arms[0].Figures.Select(figure => figure.Name)];
        string[] asked = [.. summary.Asked.Where(known.Contains)];
        return asked.Length > 0 ? asked : [.. ReportFigures.KeyNames.Where(known.Contains)];
    }
}
