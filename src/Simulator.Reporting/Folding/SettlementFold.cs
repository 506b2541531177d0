using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>Folds observations into one record per settlement job, or per collection of money where there are none.</summary>
/// <remarks>Remembers sessions that are open, and transactions of a few minutes.</remarks>
internal sealed class SettlementFold(Action<SettlementRecord> finished)
{
    private readonly Dictionary<string, SettlementRecord> open = new(StringComparer.Ordinal);
    private readonly Dictionary<(Address Payer, UInt256 Nonce), SettlementRecord> byAuthorisation = [];
    private readonly RecentBlocks<SettlementRecord> recent = new();
    private readonly RecentTransactions transactions = new();

    /// <summary>Sessions whose settlement has not ended, in the order of their ids.</summary>
    public IEnumerable<SettlementRecord> Open => open.Values.OrderBy(record => record.Session, StringComparer.Ordinal);

    public void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case SessionOpened said: OpenSession(said, fact.At); break;
            case SessionCharged { Accepted: true } said: Charge(said, fact.At); break;
            case SettlementRequested said: Request(said, fact.At); break;
            case AuthorisationUsed said: Use(said, fact.At); break;
            case SettlementFinished said: Finish(said, fact.At); break;
            case TransactionExecuted said: transactions.Add(said.Transaction, fact.At); break;
            case PaymentCollected said: Collect(said, fact.At); break;
            case BlockReverted said: TakeBack(said); break;
            case BlockProduced said: recent.Bury(said.Chain, said.Height); break;
            default: break;
        }
    }

    private void OpenSession(SessionOpened said, SimTime at)
    {
        SettlementRecord record = new(said.Session)
        {
            Gateway = said.Gateway,
            Payer = said.Payer,
            Nonce = said.Nonce,
            Maximum = said.Maximum,
            OpenedAt = at,
        };
        open[said.Session] = record;
        byAuthorisation[(said.Payer, said.Nonce)] = record;
    }

    private void Charge(SessionCharged said, SimTime at)
    {
        if (open.TryGetValue(said.Session, out SettlementRecord? record))
        {
            record.ChargedRequests++;
            record.Charged += said.Cost;
            record.LastChargeAt = at;
        }
    }

    private void Request(SettlementRequested said, SimTime at)
    {
        if (open.TryGetValue(said.Session, out SettlementRecord? record))
        {
            (record.Facilitator, record.Requested, record.RequestedAt) = (said.Facilitator, said.Amount, at);
        }
    }

    private void Use(AuthorisationUsed said, SimTime at)
    {
        if (byAuthorisation.TryGetValue((said.Payer, said.Nonce), out SettlementRecord? record))
        {
            record.BlockAt ??= at;
            recent.Add(said.Chain, said.Height, record);
        }
    }

    private void TakeBack(BlockReverted said)
    {
        foreach (SettlementRecord record in recent.TakeBack(said.Chain, said.Height))
        {
            record.BlockAt = null;
        }
    }

    private void Finish(SettlementFinished said, SimTime at)
    {
        if (!open.Remove(said.Session, out SettlementRecord? record))
        {
            // A job for a session that is unknown or already settled still moved what it says.
            record = new SettlementRecord(said.Session);
        }

        byAuthorisation.Remove((record.Payer, record.Nonce));
        record.Facilitator = said.Facilitator;
        (record.FinishedAt, record.Settled) = (at, said.Amount);
        (record.Transaction, record.Refusal) = (said.Transaction, said.Refusal);
        finished(record);
    }

    private void Collect(PaymentCollected said, SimTime at) => finished(new SettlementRecord(said.Arrangement)
    {
        Gateway = said.Gateway,
        Payer = said.Payer,
        OpenedAt = said.ChargedAt,
        ChargedRequests = said.Answers,
        Charged = said.Amount,
        LastChargeAt = said.ChargedAt,
        BlockAt = said.Transaction is { } transaction ? transactions.Find(transaction) : null,
        FinishedAt = at,
        Settled = said.Amount,
        Transaction = said.Transaction,
        Refusal = said.Refusal,
    });
}
