using Simulator.Primitives;

namespace Simulator.Economics.Splits;

/// <summary>Who gets which share of a payment. Shares sum to 1; what rounding leaves over is the node's.</summary>
public sealed record PaymentSplit(IReadOnlyList<(PaymentPart Part, Ratio Share)> Shares)
{
    /// <summary>The parts of an amount, in the order of <see cref="Shares"/>; they sum to it exactly.</summary>
    public void Divide(UInt128 amount, Span<UInt128> parts)
    {
        UInt128 rest = amount;
        int node = -1;
        for (int i = 0; i < Shares.Count; i++)
        {
            (PaymentPart part, Ratio share) = Shares[i];
            parts[i] = new OpgAmount(amount).ShareRoundingDown(share).BaseUnits;
            rest -= parts[i];
            node = part == PaymentPart.Node ? i : node;
        }

        parts[node] += rest;
    }
}
