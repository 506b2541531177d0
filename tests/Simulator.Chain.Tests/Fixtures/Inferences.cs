using Simulator.Chain.Blocks;
using Simulator.Chain.Pipe;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;
using Simulator.Protocol.Tensors;

namespace Simulator.Chain.Tests.Fixtures;

/// <summary>Transactions that ask for inference, and what inference nodes say to them.</summary>
internal static class Inferences
{
    public static readonly byte[] Output =
        new ModelOutput(new TensorSet(new FixedPointTensor("volatility", [new FixedPoint(12, 3)], [1]))).Encode();

    public static RunModelCall Call(InferenceMode mode = InferenceMode.Tee, long value = 15) => new(
        InferenceHub.DefaultAddress, "model", mode, new TensorSet(new FixedPointTensor("x", [new FixedPoint(value, 1)], [1])));

    public static ChainTransaction Transaction(
        Address sender, ulong nonce, InferenceMode mode = InferenceMode.Tee, long value = 15) =>
        Carrying(sender, nonce, Call(mode, value));

    /// <summary>A transaction of whatever call, or a transfer of nothing.</summary>
    public static ChainTransaction Carrying(Address sender, ulong nonce, ContractCall? call)
    {
        byte[] data = call?.Encode() ?? [];
        return new ChainTransaction
        {
            Hash = Keccak256.Hash([.. sender.ToArray(), (byte)nonce, .. data]),
            Sender = sender,
            ChainId = Deployments.OgEvmChainId,
            Nonce = nonce,
            GasLimit = 200_000,
            To = call?.Target ?? Enclaves.Stranger,
            Data = data,
        };
    }

    public static PreExecution Answer(ChainTransaction transaction, int enclave, ulong timestamp, string refusal = "") =>
        PreExecution.Sign(
            Enclaves.KeyOf(enclave),
            PreExecution.RequestIdOf(transaction.Hash),
            transaction.Data,
            refusal.Length == 0 ? Output : [],
            refusal,
            timestamp);

    public static ChainTransaction With(this ChainTransaction transaction, PreExecution? result, ulong since = 0) =>
        transaction with { Attachment = new InferenceAttachment(since, result) };

    private static byte[] ToArray(this Address address)
    {
        byte[] bytes = new byte[Address.Length];
        address.CopyTo(bytes);
        return bytes;
    }
}
