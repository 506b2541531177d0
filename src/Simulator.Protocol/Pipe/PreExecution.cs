using System.Text;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Settlement;

namespace Simulator.Protocol.Pipe;

/// <summary>An inference node's signed answer to an on-chain request, made before the transaction is in any block.</summary>
/// <remarks>
/// The message is the network's own, keccak(input hash ‖ output hash ‖ time) (protocol facts §4.3). Input hash:
/// Keccak-256 of request id ‖ call data, so that an answer fits one transaction only. Output hash: Keccak-256 of the
/// ABI-encoded output, or of the refusal's text.
/// </remarks>
/// <param name="Request">See <see cref="RequestIdOf"/>.</param>
/// <param name="Output">ABI-encoded <see cref="ModelOutput"/>; empty when the node refuses.</param>
/// <param name="Refusal">Why no model can answer this, by name; empty for an answer.</param>
/// <param name="TeeId">Who says so.</param>
/// <param name="Timestamp">Unix seconds at signing.</param>
/// <param name="Signature">RSA-PSS.</param>
public sealed record PreExecution(
    Hash32 Request, byte[] Output, string Refusal, Hash32 TeeId, ulong Timestamp, byte[] Signature)
{
    public bool IsRefusal => Refusal.Length > 0;

    public Hash32 OutputHash => Keccak256.Hash(IsRefusal ? Encoding.UTF8.GetBytes(Refusal) : Output);

    /// <summary>The id of a transaction's request: Keccak-256 of the transaction hash.</summary>
    public static Hash32 RequestIdOf(Hash32 transaction) => Keccak256.Hash(transaction.ToArray());

    public static Hash32 InputHashOf(Hash32 request, ReadOnlySpan<byte> callData) =>
        Keccak256.Hash([.. request.ToArray(), .. callData]);

    public static PreExecution Sign(
        EnclaveSigningKey key, Hash32 request, ReadOnlySpan<byte> callData, byte[] output, string refusal, ulong timestamp)
    {
        PreExecution unsigned = new(request, output, refusal, key.TeeId, timestamp, []);
        Hash32 message = TeeMessage.OfAnswer(InputHashOf(request, callData), unsigned.OutputHash, (long)timestamp);
        return unsigned with { Signature = key.Sign(message) };
    }

    /// <summary>What a verifier of signatures looks at.</summary>
    public SettlementRow ToRow(ReadOnlySpan<byte> callData) =>
        new(TeeId, InputHashOf(Request, callData), OutputHash, Signature, Timestamp);

    /// <summary>Whether the key's owner signed this answer to this call.</summary>
    public bool IsSignedBy(ReadOnlySpan<byte> spki, ReadOnlySpan<byte> callData) =>
        Keccak256.Hash(spki) == TeeId
        && Timestamp <= long.MaxValue
        && TeeSignature.Verify(
            spki, TeeMessage.OfAnswer(InputHashOf(Request, callData), OutputHash, (long)Timestamp), Signature);

    /// <summary>abi.encode(bytes32, bytes, string, bytes32, uint64, bytes).</summary>
    public byte[] Encode() => new AbiWriter()
        .Word(Request).Bytes(Output).Text(Refusal).Word(TeeId).Number(Timestamp).Bytes(Signature)
        .ToArray();

    /// <summary>Null for bytes that are no such tuple.</summary>
    public static PreExecution? Read(ReadOnlySpan<byte> data)
    {
        AbiReader reader = new(data);
        PreExecution read = new(
            reader.Word(), reader.Bytes(), reader.Text(), reader.Word(), (ulong)reader.Number(64).Low, reader.Bytes());
        return reader.IsValid ? read : null;
    }

    public bool Equals(PreExecution? other) =>
        other is not null && Encode().AsSpan().SequenceEqual(other.Encode());

    public override int GetHashCode() => unchecked((int)Request.Prefix64);
}
