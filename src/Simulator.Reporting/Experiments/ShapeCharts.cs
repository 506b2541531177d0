using System.Globalization;

namespace Simulator.Reporting;

/// <summary>Charts of what lies behind the figures of an experiment: distributions, courses, differences, flows.</summary>
internal static class ShapeCharts
{
    public static IReadOnlyList<Chart> Of(ExperimentSummary summary)
    {
        (string Arm, ArmShape Shape)[] arms =
        [
            .. summary.Arms.Where(arm => arm.Shape is not null).Select(arm => (NameOf(arm), arm.Shape!)),
        ];
        string omission = summary.Arms.Count > arms.Length && arms.Length > 0
            ? $" The first {Wording.Count(arms.Length)} of {Wording.Count(summary.Arms.Count)} arms."
            : string.Empty;
        return
        [
            .. SpreadCharts.Of(arms, omission),
            .. CourseCharts.Of(arms, omission),
            .. DifferenceCharts.Of(summary),
            .. ArmFlowCharts.Of(arms),
        ];
    }

    /// <summary>What a line is called: the values alone where one key varies.</summary>
    public static string NameOf(ArmSummary arm) => arm.Values.Count switch
    {
        0 => "as written",
        1 => arm.Values[0].Text,
        _ => arm.Label,
    };

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
