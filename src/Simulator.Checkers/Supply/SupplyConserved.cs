using System.Numerics;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Checkers.Supply;

/// <summary>
/// After every block, made or taken back: what the token contract says exists equals mints minus burns, to the last
/// atto-OPG.
/// </summary>
public sealed class SupplyConserved : Checker
{
    private readonly SortedDictionary<string, BigInteger> expected = new(StringComparer.Ordinal);
    private readonly RecentBlocks<TokenTransferred> recent = new();

    public override string Name => "supply.conserved";

    public override string Rule =>
        "After every block, made or taken back, the token's total supply equals all mints minus all burns.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case TokenTransferred transfer:
                recent.Add(transfer.Chain, transfer.Height, transfer);
                Count(transfer, 1);
                break;
            case BlockReverted block:
                foreach (TokenTransferred transfer in recent.TakeBack(block.Chain, block.Height))
                {
                    Count(transfer, -1);
                }

                Judge(block.TotalSupply, fact.At, block.Chain, $"{block.Chain} without block {block.Height}");
                break;
            case BlockProduced block:
                recent.Bury(block.Chain, block.Height);
                Judge(block.TotalSupply, fact.At, block.Chain, $"{block.Chain} block {block.Height}");
                break;
        }
    }

    private void Judge(OpgAmount stated, SimTime at, string chain, string subject)
    {
        BigInteger supply = expected.GetValueOrDefault(chain);
        Judge(
            supply == stated.BaseUnits,
            at,
            subject,
            $"total supply is {stated.BaseUnits} atto-OPG, mints minus burns are {supply}");
    }

    private void Count(TokenTransferred transfer, int sign)
    {
        BigInteger change = (transfer.From.IsZero ? sign : 0) - (transfer.To.IsZero ? sign : 0);
        expected[transfer.Chain] = expected.GetValueOrDefault(transfer.Chain) + (change * (BigInteger)transfer.Amount.BaseUnits);
    }
}
