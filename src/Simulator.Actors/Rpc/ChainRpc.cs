using Simulator.Actors.PaymentChains;
using Simulator.Chain.Blocks;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Rpc;

/// <summary>The JSON-RPC side of a chain's node: reads of the newest state, and transactions on their way to a block.</summary>
/// <remarks>
/// Sends: <see cref="EthCallReply"/>, <see cref="GetReceiptReply"/>, <see cref="GetBlockNumberReply"/>,
/// <see cref="GetTransactionCountReply"/>, <see cref="SendRawTransactionReply"/>.
/// </remarks>
internal sealed class ChainRpc(ContractChain chain, Mempool mempool, SimDuration recoveryTime)
{
    public void OnEthCall(ActorRef caller, EthCall call, IActorContext context)
    {
        byte[]? view = chain.Answer(call.Contract, call.Data);
        string? revert = view is null ? chain.Simulate(call.Sender, call.Contract, call.Data)?.ToString() : null;
        context.Tell(caller, new EthCallReply(call.Call, revert, view ?? []));
    }

    public void OnGetTransactionCount(ActorRef caller, GetTransactionCount call, IActorContext context)
    {
        ulong pending = mempool.PendingNonce(call.Account, chain.Account(call.Account).Nonce);
        context.Tell(caller, new GetTransactionCountReply(call.Call, pending));
    }

    public void OnGetReceipt(ActorRef caller, GetReceipt call, IActorContext context)
    {
        bool mined = mempool.TryFind(call.Transaction, out (ulong Height, string? Revert) receipt);
        context.Tell(caller, new GetReceiptReply(call.Call, mined, (long)receipt.Height, receipt.Revert));
    }

    public void OnGetBlockNumber(ActorRef caller, GetBlockNumber call, IActorContext context) =>
        context.Tell(caller, new GetBlockNumberReply(call.Call, (long)chain.Head.Height));

    public void OnSendRawTransaction(ActorRef caller, SendRawTransaction call, IActorContext context) =>
        Recover(call.Call, caller, call.Raw, context);

    /// <summary>Finds out who signed a transaction; <see cref="SenderRecovered"/> says it.</summary>
    public void Recover(ulong number, ActorRef caller, byte[] raw, IActorContext context) =>
        context.StartJob(
            JobKey.Of("transaction-sender", raw),
            () => SignedTransaction.TryDecode(raw, out SignedTransaction? signed) && signed.TryRecoverSender(out Address sender)
                ? (Valid: true, Sender: sender)
                : (Valid: false, Sender: Address.Zero),
            recoveryTime,
            recovered => new SenderRecovered(number, caller, raw, recovered.Valid, recovered.Sender));

    public void OnSenderRecovered(SenderRecovered recovered, IActorContext context)
    {
        string? refusal = Admit(recovered, out _);
        context.Tell(recovered.Broadcaster, new SendRawTransactionReply(recovered.Call, refusal));
    }

    /// <returns>Null when the transaction waits for a block from here on; otherwise why not.</returns>
    public string? Admit(SenderRecovered recovered, out ChainTransaction? transaction)
    {
        transaction = null;
        if (!recovered.Valid || !ChainTransaction.TryDecode(recovered.Raw, recovered.Sender, out transaction))
        {
            return TransactionRefusal.UndecodableTransaction.Describe();
        }

        if (transaction.ChainId != chain.Machine.ChainId)
        {
            return TransactionRefusal.InvalidChainId.Describe();
        }

        return mempool.TryAdd(new PooledTransaction(transaction, recovered.Raw)) ? null : "already known";
    }
}
