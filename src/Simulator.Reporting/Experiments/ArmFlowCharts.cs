using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>Where the money went in the first and in the last arm drawn, as a mean over their runs.</summary>
internal static class ArmFlowCharts
{
    public static IEnumerable<Chart> Of((string Arm, ArmShape Shape)[] arms)
    {
        bool differ = arms.Length > 1 && !arms[0].Shape.Flows.SequenceEqual(arms[^1].Shape.Flows);
        IEnumerable<int> shown = differ ? [0, arms.Length - 1] : Enumerable.Range(0, Math.Min(1, arms.Length));
        foreach (int arm in shown)
        {
            (string name, ArmShape shape) = arms[arm];
            Flow[] flows = [.. shape.Flows.Where(flow => !flow.Amount.IsZero)];
            if (flows.Length > 0)
            {
                OpgAmount total = flows.Aggregate(OpgAmount.Zero, (sum, flow) => sum + flow.Amount);
                yield return FlowChart.Of(
                    flows,
                    "flows-" + ShapeCharts.Number(arm),
                    arms.Length == 1 ? "Where the money went" : $"Where the money went, {name}",
                    $"OPG from payers (left) through its cause to receivers (right), {Wording.Opg(total)} in a run on average of "
                        + $"{Wording.Count(shape.Runs)}. Genesis is left out; sums of single runs are exact in their own bundles.");
            }
        }
    }
}
