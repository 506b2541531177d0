using System.Numerics;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Supply;

/// <summary>Rebuilds every balance from the transfers alone; none may ever be negative.</summary>
public sealed class BalancesNonNegative : Checker
{
    private readonly Dictionary<(string Chain, Address Owner), BigInteger> balances = [];

    public override string Name => "balances.non_negative";

    public override string Rule => "No address ever gives more OPG than it has received.";

    public override void Observe(in ObservedFact fact)
    {
        if (fact.What is not TokenTransferred transfer)
        {
            return;
        }

        if (!transfer.To.IsZero)
        {
            Change(transfer.Chain, transfer.To, transfer.Amount.BaseUnits);
        }

        if (!transfer.From.IsZero)
        {
            BigInteger left = Change(transfer.Chain, transfer.From, -(BigInteger)transfer.Amount.BaseUnits);
            Judge(
                left.Sign >= 0,
                fact.At,
                $"{transfer.Chain} {transfer.From}",
                $"balance is {left} atto-OPG after giving {transfer.Amount.BaseUnits} in block {transfer.Height}");
        }
    }

    private BigInteger Change(string chain, Address owner, BigInteger amount) =>
        balances[(chain, owner)] = balances.GetValueOrDefault((chain, owner)) + amount;
}
