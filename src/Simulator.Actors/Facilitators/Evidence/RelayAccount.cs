using Simulator.Actors.Rpc;
using Simulator.Actors.Storage.Http;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>A worker's account: what it asks of the chain and of storage, with the service's limits.</summary>
/// <remarks>Figures: protocol-facts §6.5 and §6.6.</remarks>
internal sealed class RelayAccount(EvidenceDeskSettings settings, PrivateKey key)
{
    /// <summary>Receipt polls, one a second: a receipt wait of 120 s.</summary>
    public const int MostPolls = 120;

    private const ulong GasLimit = 9_000_000;
    private const ulong MaxFeePerGas = 2_000_000;
    private const ulong MaxPriorityFeePerGas = 1_000_000;

    /// <summary>Storage epochs that blobs are paid for.</summary>
    private const int Epochs = 10;

    private static readonly SimDuration UploadTimeout = SimDuration.FromSeconds(30);
    private static readonly SimDuration RpcTimeout = SimDuration.FromSeconds(10);
    private static readonly SimDuration PollPeriod = SimDuration.FromSeconds(1);

    public Address Address { get; } = Secp256k1.AddressOf(key);

    public TimerId Upload(ulong step, byte[] blob, IActorContext context)
    {
        context.Tell(settings.Storage, new PutBlob(step, blob, Epochs));
        return context.StartTimer(UploadTimeout, new EvidenceCallTimedOut(step));
    }

    public TimerId AskNonce(ulong step, IActorContext context)
    {
        context.Tell(settings.Chain, new GetTransactionCount(step, Address));
        return context.StartTimer(RpcTimeout, new EvidenceCallTimedOut(step));
    }

    public void Sign(ulong step, ContractCall call, ulong nonce, IActorContext context)
    {
        Eip1559Transaction transaction = new(
            settings.ChainId,
            nonce,
            MaxPriorityFeePerGas,
            MaxFeePerGas,
            GasLimit,
            call.Target,
            UInt256.Zero,
            call.Encode(),
            []);
        context.StartJob(
            null,
            () => transaction.Sign(key).Encode(),
            settings.SigningTime,
            raw => new EvidenceSigned(step, raw, Keccak256.Hash(raw)));
    }

    public void Broadcast(ulong step, byte[] raw, IActorContext context)
    {
        context.Tell(settings.Chain, new SendRawTransaction(step, raw));
        AwaitReceipt(step, context);
    }

    public void Poll(ulong step, Hash32 transaction, IActorContext context)
    {
        context.Tell(settings.Chain, new GetReceipt(step, transaction));
        AwaitReceipt(step, context);
    }

    private static void AwaitReceipt(ulong step, IActorContext context) =>
        context.StartTimer(PollPeriod, new EvidenceReceiptDue(step));
}
