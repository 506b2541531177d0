using Simulator.Primitives;

namespace Simulator.Chain.Blocks;

/// <summary>EIP-1559: the base fee follows how full the parent block was, by at most an eighth per block.</summary>
internal static class FeeMarket
{
    private const ulong ElasticityMultiplier = 2;
    private const ulong ChangeDenominator = 8;

    public static UInt128 NextBaseFee(UInt128 baseFee, ulong gasUsed, ulong gasLimit)
    {
        ulong target = gasLimit / ElasticityMultiplier;
        if (baseFee == 0 || gasUsed == target)
        {
            return baseFee;
        }

        Invariant.That(target > 0);
        ulong distance = gasUsed > target ? gasUsed - target : target - gasUsed;
        UInt128 change = baseFee * distance / target / ChangeDenominator;
        return gasUsed > target ? baseFee + UInt128.Max(change, 1) : baseFee - change;
    }
}
