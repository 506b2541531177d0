using System.Numerics;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Payments;

/// <summary>
/// Follows deposits in payment channels by the transfers of the channel contract alone, and credits by what nodes say.
/// </summary>
/// <remarks>
/// Nobody may get more back than he put in, and when the run is over nothing may be left: every deposit has been paid out
/// or returned, every credit has been paid or written off.
/// </remarks>
public sealed class RefundsComplete : Checker
{
    private const string CreditPrefix = "credit ";

    private readonly SortedDictionary<Address, BigInteger> deposits = [];
    private readonly SortedDictionary<string, OpgAmount> credits = new(StringComparer.Ordinal);
    private readonly RecentBlocks<TokenTransferred> recent = new();
    private BigInteger paidOut;
    private SimTime last;

    public override string Name => "refunds.complete";

    public override string Rule => "Every deposit is paid out or returned, and every credit paid or written off.";

    public override void Observe(in ObservedFact fact)
    {
        last = fact.At;
        switch (fact.What)
        {
            case TokenTransferred transfer:
                recent.Add(transfer.Chain, transfer.Height, transfer);
                Move(transfer, 1, fact.At);
                break;
            case BlockReverted reverted:
                foreach (TokenTransferred transfer in recent.TakeBack(reverted.Chain, reverted.Height))
                {
                    Move(transfer, -1, fact.At);
                }

                break;
            case BlockProduced block: recent.Bury(block.Chain, block.Height); break;
            case CapitalHeld held when held.Arrangement.StartsWith(CreditPrefix, StringComparison.Ordinal):
                credits[held.Arrangement] = held.Amount;
                break;
        }
    }

    public override void Complete()
    {
        if (deposits.Count > 0)
        {
            BigInteger left = deposits.Values.Aggregate(-paidOut, static (sum, deposit) => sum + deposit);
            string payers = string.Join(", ", deposits.Where(pair => pair.Value.Sign > 0).Take(3).Select(pair => pair.Key));
            Judge(
                left.IsZero,
                last,
                "channels",
                $"{left} atto-OPG of deposits were neither paid out nor returned; payers with money in: {payers}");
        }

        foreach ((string arrangement, OpgAmount owed) in credits)
        {
            Judge(owed.IsZero, last, arrangement, $"{owed.BaseUnits} atto-OPG were neither paid nor written off");
        }
    }

    private void Move(TokenTransferred transfer, int sign, SimTime at)
    {
        BigInteger amount = sign * (BigInteger)transfer.Amount.BaseUnits;
        if (transfer.To == Deployments.BatchSettlement)
        {
            deposits[transfer.From] = deposits.GetValueOrDefault(transfer.From) + amount;
        }
        else if (transfer.From == Deployments.BatchSettlement && deposits.TryGetValue(transfer.To, out BigInteger put))
        {
            deposits[transfer.To] = put - amount;
            Judge(
                put >= amount,
                at,
                transfer.To.ToString(),
                $"{amount} atto-OPG came back in block {transfer.Height}, of {put} that were still in");
        }
        else if (transfer.From == Deployments.BatchSettlement)
        {
            paidOut += amount;
        }
    }
}
