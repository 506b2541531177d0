using Simulator.Actors.Rpc;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Facilitators;

/// <summary>The worker's last steps: sign the settlement transaction, send it, wait for its receipt.</summary>
/// <remarks>
/// Serial processing makes the account nonce a counter. No fee bump, as in the real service. After a failed broadcast,
/// and after a restart, the nonce is read from the chain. Every poll reads
/// the receipt anew: a transaction that a reorganisation took out of its block has none until another block includes it.
/// </remarks>
internal sealed class Broadcaster(FacilitatorSettings settings)
{
    /// <summary>Gas and fees the service uses on Base (protocol-facts §2.8).</summary>
    private const ulong GasLimit = 5_000_000;
    private const ulong MaxFeePerGas = 100_000_000;
    private const ulong MaxPriorityFeePerGas = 20_000_000;

    private static readonly SimDuration PollPeriod = SimDuration.FromSeconds(1);

    /// <summary>Receipt wait of 120 s.</summary>
    private const int MostPolls = 120;

    private ulong nonce;
    private bool isNonceKnown = true;
    private ulong pendingCase;
    private BroadcastAnswers? pending;
    private ContractCall? unsent;
    private long? head;

    /// <summary>How the transaction under way is answered.</summary>
    public BroadcastAnswers Answers => pending!;

    // What the account has sent meanwhile, or what of it was lost, only the chain knows.
    public void OnRestarted() => isNonceKnown = false;

    /// <summary>Starts signing the transaction that carries the call.</summary>
    public void Start(
        SettlementJob job, BroadcastAnswers answers, ContractCall call, ulong number, IActorContext context)
    {
        Invariant.That(job.Transaction is null);
        (pendingCase, pending) = (number, answers);
        if (isNonceKnown)
        {
            Sign(call, context);
            return;
        }

        unsent = call;
        context.Tell(settings.Chain, new GetTransactionCount(number, Secp256k1.AddressOf(settings.Key)));
        context.StartTimer(PollPeriod, new ReceiptPollDue(number));
    }

    public void OnTransactionCount(GetTransactionCountReply reply, SettlementJob? job, IActorContext context)
    {
        if (job is not null && reply.Call == pendingCase && unsent is { } call)
        {
            (nonce, isNonceKnown, unsent) = (reply.Pending, true, null);
            Sign(call, context);
        }
    }

    private void Sign(ContractCall call, IActorContext context)
    {
        ulong number = pendingCase;
        Eip1559Transaction transaction = new(
            settings.ChainId,
            nonce++,
            MaxPriorityFeePerGas,
            MaxFeePerGas,
            GasLimit,
            call.Target,
            UInt256.Zero,
            call.Encode(),
            []);
        PrivateKey key = settings.Key;
        context.StartJob(
            null,
            () => transaction.Sign(key).Encode(),
            settings.SigningTime,
            raw => new TransactionSigned(number, raw, Keccak256.Hash(raw)));
    }

    public void OnSigned(TransactionSigned signed, SettlementJob? job, IActorContext context)
    {
        if (job is null || signed.Case != pendingCase)
        {
            return;
        }

        job.Transaction = signed.Transaction;
        context.Tell(settings.Chain, new SendRawTransaction(signed.Case, signed.Raw));
        context.StartTimer(PollPeriod, new ReceiptPollDue(signed.Case));
    }

    /// <summary>A result when the mempool refused. Its nonce was not used, so the next one is asked for.</summary>
    public SettleResponse? OnBroadcast(SendRawTransactionReply reply, SettlementJob? job)
    {
        if (job is null || reply.Call != pendingCase || reply.Refusal is null)
        {
            return null;
        }

        isNonceKnown = false;
        return pending!.Failed(reply.Refusal);
    }

    /// <summary>Asks for the receipt again; a result when it has waited long enough.</summary>
    public SettleResponse? OnPollDue(ReceiptPollDue due, SettlementJob? job, IActorContext context)
    {
        if (job is not null && due.Case == pendingCase && unsent is not null)
        {
            unsent = null;
            return pending!.Failed("no nonce");
        }

        if (job?.Transaction is not { } transaction || due.Case != pendingCase)
        {
            return null;
        }

        if (++job.Polls > MostPolls)
        {
            isNonceKnown = false;
            return pending!.Failed("no receipt within 120 s");
        }

        head = null;
        context.Tell(
            settings.Chain,
            settings.Confirmations > 1 ? new GetBlockNumber(due.Case) : new GetReceipt(due.Case, transaction));
        context.StartTimer(PollPeriod, due);
        return null;
    }

    // The height is read before the receipt: read after it, a reorganisation in between would look like confirmations.
    public void OnBlockNumber(GetBlockNumberReply reply, SettlementJob? job, IActorContext context)
    {
        if (job?.Transaction is { } transaction && reply.Call == pendingCase)
        {
            head = reply.Height;
            context.Tell(settings.Chain, new GetReceipt(reply.Call, transaction));
        }
    }

    /// <summary>
    /// A result once the transaction is in a block that has its confirmations, the block itself being the first.
    /// </summary>
    public SettleResponse? OnReceipt(GetReceiptReply reply, SettlementJob? job)
    {
        if (job?.Transaction is not { } transaction
            || reply.Call != pendingCase
            || !reply.Mined
            || !IsConfirmed(reply.Height))
        {
            return null;
        }

        return pending!.Concluded(transaction, reply.Revert is null);
    }

    private bool IsConfirmed(long height) =>
        settings.Confirmations == 1 || (head is { } newest && newest - height + 1 >= settings.Confirmations);
}
