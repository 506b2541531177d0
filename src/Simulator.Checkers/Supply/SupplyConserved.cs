using System.Numerics;
using Simulator.Records;

namespace Simulator.Checkers.Supply;

/// <summary>After every block: what the token contract says exists equals mints minus burns, to the last atto-OPG.</summary>
public sealed class SupplyConserved : Checker
{
    private readonly SortedDictionary<string, BigInteger> expected = new(StringComparer.Ordinal);

    public override string Name => "supply.conserved";

    public override string Rule => "After every block the token's total supply equals all mints minus all burns.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case TokenTransferred transfer:
                OnTransfer(transfer);
                break;
            case BlockProduced block:
                BigInteger supply = expected.GetValueOrDefault(block.Chain);
                Judge(
                    supply == block.TotalSupply.BaseUnits,
                    fact.At,
                    $"{block.Chain} block {block.Height}",
                    $"total supply is {block.TotalSupply.BaseUnits} atto-OPG, mints minus burns are {supply}");
                break;
        }
    }

    private void OnTransfer(TokenTransferred transfer)
    {
        BigInteger change = (transfer.From.IsZero ? 1 : 0) - (transfer.To.IsZero ? 1 : 0);
        expected[transfer.Chain] = expected.GetValueOrDefault(transfer.Chain) + (change * (BigInteger)transfer.Amount.BaseUnits);
    }
}
