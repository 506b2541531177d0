using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Settlement;

/// <summary>One answer in a batch: what the tree's leaf commits to. Nobody on chain verifies any of it.</summary>
/// <param name="TeeId">Keccak-256 of the enclave's public key.</param>
/// <param name="InputHash">Keccak-256 of the canonical request.</param>
/// <param name="OutputHash">Keccak-256 of the output string.</param>
/// <param name="TeeSignature">The enclave's signature, or whatever bytes were claimed to be one.</param>
/// <param name="Timestamp">Unix seconds at signing.</param>
public sealed record SettlementRow(
    Hash32 TeeId,
    Hash32 InputHash,
    Hash32 OutputHash,
    byte[] TeeSignature,
    UInt256 Timestamp)
{
    /// <summary>The largest signature a row may carry here: the on-chain verifier's limit.</summary>
    public const int SignatureLengthMax = 1024;

    /// <summary>abi.encode with types bytes32, bytes32, bytes32, bytes, uint256.</summary>
    public byte[] AbiEncode() => new AbiWriter()
        .Word(TeeId)
        .Word(InputHash)
        .Word(OutputHash)
        .Bytes(TeeSignature)
        .Number(Timestamp)
        .ToArray();

    /// <summary>keccak(keccak(abi.encode(row))).</summary>
    public Hash32 Leaf() => Keccak256.Hash(Keccak256.Hash(AbiEncode()).ToArray());

    public bool Equals(SettlementRow? other) =>
        other is not null && TeeId == other.TeeId && InputHash == other.InputHash && OutputHash == other.OutputHash
        && Timestamp == other.Timestamp && TeeSignature.AsSpan().SequenceEqual(other.TeeSignature);

    public override int GetHashCode() => unchecked((int)InputHash.Prefix64 ^ (int)OutputHash.Prefix64);
}
