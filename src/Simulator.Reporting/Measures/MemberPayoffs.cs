using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>What is left to each member of a group of everything; exact to the last atto-OPG.</summary>
/// <remarks>Memory follows the number of addresses that ever held OPG, not the transfers.</remarks>
internal sealed class MemberPayoffs
{
    private readonly Dictionary<Address, Int128> balances = [];
    private readonly Dictionary<string, Int128> spent = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string Group, List<Address> Addresses)> members = new(StringComparer.Ordinal);
    private readonly RecentBlocks<TokenTransferred> recent = new();

    public void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case PartyDeclared said: Declare(said); break;
            case TokenTransferred said: Take(said); break;
            case BlockProduced said: recent.Bury(said.Chain, said.Height); break;
            case BlockReverted said: TakeBack(said); break;
            case CostIncurred said: Spend(said.Party, said.Amount); break;
            case BondTaken said: Spend(said.Party, said.Lost); break;
            default: break;
        }
    }

    /// <summary>The mean over the group's members in OPG with Student's interval; null below two members.</summary>
    public Estimate? Of(string group)
    {
        double[] payoffs = [.. members.Where(member => member.Value.Group == group).Select(member => Payoff(member.Key))];
        return payoffs.Length < 2 ? null : MeanInterval.Of(payoffs);
    }

    private double Payoff(string member)
    {
        Int128 balance = -spent.GetValueOrDefault(member);
        members[member].Addresses.ForEach(address => balance += balances.GetValueOrDefault(address));
        return (double)balance / 1e18;
    }

    private void Declare(PartyDeclared said)
    {
        if (!members.TryGetValue(said.Name, out (string Group, List<Address> Addresses) member))
        {
            members.Add(said.Name, member = (said.Group, []));
        }

        if (!member.Addresses.Contains(said.Address))
        {
            member.Addresses.Add(said.Address);
        }
    }

    private void Take(TokenTransferred said)
    {
        if (!FlowMeasures.IsOwn(said.Cause))
        {
            recent.Add(said.Chain, said.Height, said);
            Move(said, 1);
        }
    }

    private void TakeBack(BlockReverted said)
    {
        foreach (TokenTransferred transfer in recent.TakeBack(said.Chain, said.Height))
        {
            Move(transfer, -1);
        }
    }

    private void Move(TokenTransferred said, Int128 sign)
    {
        Int128 amount = sign * (Int128)said.Amount.BaseUnits;
        balances[said.From] = balances.GetValueOrDefault(said.From) - amount;
        balances[said.To] = balances.GetValueOrDefault(said.To) + amount;
    }

    private void Spend(string party, OpgAmount amount) =>
        spent[party] = spent.GetValueOrDefault(party) + (Int128)amount.BaseUnits;
}
