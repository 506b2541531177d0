using System.Numerics;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Economy;

/// <summary>
/// Rebuilds from the transfers of an economy what is staked, burned and circulating, and holds it against what the economy
/// says after each statement of its money.
/// </summary>
public sealed class EconomyAccounts : Checker
{
    private const string Chain = "economy";

    private readonly SortedDictionary<string, BigInteger> balances = new(StringComparer.Ordinal);
    private readonly Dictionary<Address, string> names = [];
    private BigInteger burned;
    private BigInteger supply;
    private SimTime? statedAt;

    public override string Name => "economy.accounts";

    public override string Rule =>
        "What an economy says is staked, burned and circulating is what its transfers leave there, to the last atto-OPG.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case PartyDeclared party:
                names[party.Address] = party.Name;
                break;
            case TokenTransferred { Chain: Chain } transfer:
                Move(transfer);
                break;
            case BlockProduced { Chain: Chain }:
                statedAt = fact.At;
                break;
            case EpochEnded epoch when statedAt == fact.At:
                Hold(Of("staked"), epoch.Staked.BaseUnits, "staked", fact);
                Hold(burned, epoch.Burned.BaseUnits, "burned", fact);
                Hold(
                    supply - burned - Of("staked") - Of("locked") - Of("rewards"),
                    epoch.Circulating.BaseUnits,
                    "circulating",
                    fact);
                break;
        }
    }

    private void Move(TokenTransferred transfer)
    {
        BigInteger amount = transfer.Amount.BaseUnits;
        if (transfer.From.IsZero)
        {
            supply += amount;
        }
        else
        {
            Change(transfer.From, -amount);
        }

        if (transfer.To.IsZero)
        {
            burned += amount;
        }
        else
        {
            Change(transfer.To, amount);
        }
    }

    private void Change(Address owner, BigInteger amount)
    {
        string name = names.GetValueOrDefault(owner, owner.ToString());
        balances[name] = balances.GetValueOrDefault(name) + amount;
    }

    private BigInteger Of(string name) => balances.GetValueOrDefault(name);

    private void Hold(BigInteger rebuilt, BigInteger stated, string what, in ObservedFact fact) => Judge(
        rebuilt == stated, fact.At, what, $"the economy says {stated} atto-OPG are {what}, its transfers leave {rebuilt}");
}
