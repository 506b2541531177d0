using System.Numerics;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Supply;

/// <summary>
/// Rebuilds every balance from the transfers alone, those of blocks that were taken back undone; none may ever be
/// negative.
/// </summary>
public sealed class BalancesNonNegative : Checker
{
    private readonly Dictionary<(string Chain, Address Owner), BigInteger> balances = [];
    private readonly RecentBlocks<TokenTransferred> recent = new();

    public override string Name => "balances.non_negative";

    public override string Rule => "No address ever gives more OPG than it has received.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case TokenTransferred transfer:
                recent.Add(transfer.Chain, transfer.Height, transfer);
                Move(transfer, transfer.From, transfer.To, fact.At);
                break;
            case BlockReverted reverted:
                foreach (TokenTransferred transfer in recent.TakeBack(reverted.Chain, reverted.Height))
                {
                    Move(transfer, transfer.To, transfer.From, fact.At);
                }

                break;
            case BlockProduced block:
                recent.Bury(block.Chain, block.Height);
                break;
        }
    }

    private void Move(TokenTransferred transfer, Address from, Address to, SimTime at)
    {
        if (!to.IsZero)
        {
            Change(transfer.Chain, to, transfer.Amount.BaseUnits);
        }

        if (!from.IsZero)
        {
            BigInteger left = Change(transfer.Chain, from, -(BigInteger)transfer.Amount.BaseUnits);
            Judge(
                left.Sign >= 0,
                at,
                $"{transfer.Chain} {from}",
                $"balance is {left} atto-OPG after giving {transfer.Amount.BaseUnits} in block {transfer.Height}");
        }
    }

    private BigInteger Change(string chain, Address owner, BigInteger amount) =>
        balances[(chain, owner)] = balances.GetValueOrDefault((chain, owner)) + amount;
}
