using System.Globalization;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>A closed form beside what was measured.</summary>
/// <param name="ClosedForm">In the figure's base unit; finite.</param>
/// <param name="Measured">With its 95 % interval, where there is one.</param>
public sealed record ClosedFormMatch(double ClosedForm, Estimate Measured)
{
    /// <summary>The closed form lies inside the interval, its ends included.</summary>
    public bool IsCovered => Measured.Lower <= ClosedForm && ClosedForm <= Measured.Upper;

    /// <summary>Half-width of the interval as a share of the closed form; null without an interval, or where that is 0.</summary>
    public double? RelativeHalfWidth =>
        ClosedForm == 0 ? null : Measured.HalfWidth / Math.Abs(ClosedForm);

    /// <summary>
    /// Pass: covered at 95 % and the half-width at most the share. Fail: not covered even by the interval of the level.
    /// </summary>
    /// <param name="within">The largest half-width as a share of the closed form.</param>
    /// <param name="atLevel">What was measured with the interval of the level that the verdict's family asks for.</param>
    public VerdictOutcome Decide(double within, Estimate atLevel)
    {
        bool isOutside = atLevel.Lower > ClosedForm || atLevel.Upper < ClosedForm;
        bool isClose = RelativeHalfWidth <= within || (ClosedForm == 0 && Measured.HalfWidth == 0);
        return isOutside ? VerdictOutcome.Fail
            : IsCovered && isClose ? VerdictOutcome.Pass
            : VerdictOutcome.Inconclusive;
    }

    /// <summary>The comparison in words, without the closed form itself.</summary>
    public string InWords() => !Measured.HasInterval
        ? "too few observations for an interval"
        : $"{(IsCovered ? "inside the interval" : "outside the interval")}, half-width {WidthText()}";

    /// <summary>The half-width in per cent of the closed form.</summary>
    public string WidthText() => RelativeHalfWidth is { } width
        ? (width * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %"
        : "–";
}
