using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Pipe;

/// <summary>What a block carries next to an inference transaction.</summary>
/// <param name="Since">Height of the chain when the proposer's inference mempool took the transaction.</param>
/// <param name="Result">The answer; null when there is none and the proposer has given the request up.</param>
public sealed record InferenceAttachment(ulong Since, PreExecution? Result)
{
    /// <summary>abi.encode(uint64, bool, bytes).</summary>
    public byte[] Encode() => new AbiWriter()
        .Number(Since).Boolean(Result is not null).Bytes(Result?.Encode() ?? [])
        .ToArray();

    /// <summary>Null for bytes that are no such tuple.</summary>
    public static InferenceAttachment? Read(ReadOnlySpan<byte> data)
    {
        AbiReader reader = new(data);
        ulong since = (ulong)reader.Number(64).Low;
        bool isAnswered = reader.Boolean();
        byte[] encoded = reader.Bytes();
        PreExecution? result = reader.IsValid && isAnswered ? PreExecution.Read(encoded) : null;
        return reader.IsValid && isAnswered == (result is not null) ? new InferenceAttachment(since, result) : null;
    }

    public Hash32 Hash() => Keccak256.Hash(Encode());
}
