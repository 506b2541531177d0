using System.Globalization;
using Simulator.Primitives;
using Simulator.Reporting;

namespace Simulator.Experiments;

/// <summary>What the figures of an experiment's runs leave out at their start, in words.</summary>
internal static class WarmUpStatement
{
    /// <param name="findings">One per run, read once; null for a run that failed or is measured whole.</param>
    public static string? Of(IEnumerable<WarmUpFinding?> findings)
    {
        WarmUpFinding? first = null;
        (SimDuration least, SimDuration most) = (SimDuration.Zero, SimDuration.Zero);
        int runs = 0;
        int unsettled = 0;
        foreach (WarmUpFinding finding in findings.OfType<WarmUpFinding>())
        {
            least = first is null ? finding.LeftOut : SimDuration.Min(least, finding.LeftOut);
            most = SimDuration.Max(most, finding.LeftOut);
            first ??= finding;
            runs++;
            unsettled += finding.IsSettled ? 0 : 1;
        }

        return first is null || least == most ? first?.Sentence : string.Create(
            CultureInfo.InvariantCulture,
            $"The first {least} to {most} of a run are left out of {WarmUpFinding.Concerned}, found by MSER-5 in each of "
            + $"{runs} runs{(unsettled == 0 ? "" : $"; {unsettled} of them are too short to tell and are counted whole")}.");
    }
}
