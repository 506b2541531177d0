using Simulator.Actors.Rpc;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Transactions;

/// <summary>Signs calls, broadcasts them and waits for their receipts; any number at a time, with nonces in order.</summary>
/// <remarks>
/// A transaction that is in no block yet is broadcast again every few seconds: a mempool may have dropped it, or a link
/// lost it, and every later nonce waits for it. It is given up by its caller after 120 s, but never by the account.
/// Sends: <see cref="SendRawTransaction"/>, <see cref="GetReceipt"/>, <see cref="GetTransactionCount"/>.
/// </remarks>
internal sealed class TransactionSender(TransactionAccount account)
{
    /// <summary>Polls after which the caller hears that there is no receipt: 120 s.</summary>
    private const int MostPolls = 120;

    private const int PollsBetweenBroadcasts = 5;

    private static readonly SimDuration PollPeriod = SimDuration.FromSeconds(1);

    private readonly SortedDictionary<ulong, Pending> pending = [];
    private ulong nonce;
    private ulong numbers;

    public Address Address { get; } = Secp256k1.AddressOf(account.Key);

    /// <summary>False after a crash, until the chain has said which nonce comes next.</summary>
    public bool IsReady { get; private set; } = true;

    /// <summary>After a crash that may have lost the account's state: asks the chain where it stands.</summary>
    public void AskNonce(IActorContext context)
    {
        IsReady = false;
        context.Tell(account.FullNode, new GetTransactionCount(0, Address));
    }

    public void OnNonce(GetTransactionCountReply reply)
    {
        nonce = Math.Max(nonce, reply.Pending);
        IsReady = true;
    }

    /// <summary>Starts signing; the number names the transaction in its <see cref="TransactionOutcome"/>.</summary>
    public ulong Send(ContractCall call, ulong gasLimit, IActorContext context)
    {
        ulong number = ++numbers;
        Eip1559Transaction transaction = new(
            account.ChainId,
            nonce++,
            account.MaxPriorityFeePerGas,
            account.MaxFeePerGas,
            gasLimit,
            call.Target,
            UInt256.Zero,
            call.Encode(),
            []);
        pending.Add(number, new Pending(transaction));
        Sign(number, transaction, context);
        return number;
    }

    public void OnSigned(CallSigned signed, IActorContext context)
    {
        if (pending.TryGetValue(signed.Case, out Pending? transaction))
        {
            (transaction.Raw, transaction.Hash) = (signed.Raw, signed.Transaction);
            context.Tell(account.FullNode, new SendRawTransaction(signed.Case, signed.Raw));
            context.StartTimer(PollPeriod, new ConfirmationDue(signed.Case));
        }
    }

    /// <summary>Asks for the receipt, now and then broadcasts again; an outcome when the caller has waited long enough.</summary>
    public TransactionOutcome? OnConfirmationDue(ConfirmationDue due, IActorContext context)
    {
        if (!pending.TryGetValue(due.Case, out Pending? transaction))
        {
            return null;
        }

        transaction.Polls++;
        if (transaction.Polls % PollsBetweenBroadcasts == 0)
        {
            context.Tell(account.FullNode, new SendRawTransaction(due.Case, transaction.Raw));
        }

        context.Tell(account.FullNode, new GetReceipt(due.Case, transaction.Hash));
        context.StartTimer(PollPeriod, due);
        return transaction.Polls == MostPolls
            ? new TransactionOutcome(due.Case, transaction.Hash, Confirmed: false, null)
            : null;
    }

    /// <summary>An outcome once the transaction is in a block, unless the caller has been told to give up.</summary>
    public TransactionOutcome? OnReceipt(GetReceiptReply reply)
    {
        if (!reply.Mined || !pending.Remove(reply.Call, out Pending? transaction))
        {
            return null;
        }

        return transaction.Polls >= MostPolls
            ? null
            : new TransactionOutcome(reply.Call, transaction.Hash, Confirmed: true, reply.Revert);
    }

    /// <summary>Timers and jobs died with the host: what was under way is signed and sent again.</summary>
    public void OnRestarted(IActorContext context)
    {
        foreach ((ulong number, Pending transaction) in pending)
        {
            Sign(number, transaction.Unsigned, context);
        }
    }

    private void Sign(ulong number, Eip1559Transaction transaction, IActorContext context)
    {
        PrivateKey key = account.Key;
        context.StartJob(
            null,
            () => transaction.Sign(key).Encode(),
            account.SigningTime,
            raw => new CallSigned(number, raw, Keccak256.Hash(raw)));
    }

    private sealed class Pending(Eip1559Transaction unsigned)
    {
        public Eip1559Transaction Unsigned => unsigned;

        public byte[] Raw { get; set; } = [];

        public Hash32 Hash { get; set; }

        public int Polls { get; set; }
    }
}
