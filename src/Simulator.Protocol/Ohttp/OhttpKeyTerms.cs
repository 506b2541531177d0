using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Hpke;

namespace Simulator.Protocol.Ohttp;

/// <summary>An enclave's OHTTP key as it signs it and the registry keeps it (protocol facts §4.10, §5.3).</summary>
/// <remarks>
/// The registry stores whatever was signed, so ids and encoding need not be those of the suite in use; a client turns
/// <see cref="KeyConfig"/> into an <see cref="OhttpKeyConfig"/> before it trusts them.
/// </remarks>
/// <param name="KeyId">Which of its keys.</param>
/// <param name="KemId">0x0020: X25519, keys of 32 bytes.</param>
/// <param name="KdfId">0x0001: HKDF-SHA256.</param>
/// <param name="AeadId">0x0003: ChaCha20-Poly1305.</param>
/// <param name="PublicKey">The public key.</param>
/// <param name="KeyConfig">The encoded key configuration clients use.</param>
public sealed record OhttpKeyTerms(
    byte KeyId, ushort KemId, ushort KdfId, ushort AeadId, byte[] PublicKey, byte[] KeyConfig)
{
    private static readonly Hash32 SigningDomain = Keccak256.HashText("OPENGRADIENT_TEE_OHTTP_CONFIG_V1");

    /// <summary>What the registry asks of them before it looks at the signature.</summary>
    public bool IsWellFormed =>
        PublicKey.Length > 0 && KeyConfig.Length > 0 && (KemId != HpkeSuite.KemId || PublicKey.Length == X25519.Length);

    /// <summary>The terms of a key of the suite in use.</summary>
    public static OhttpKeyTerms Of(OhttpKeyConfig config) => new(
        config.KeyId, HpkeSuite.KemId, HpkeSuite.KdfId, HpkeSuite.AeadId, config.PublicKey, config.Encode());

    internal static OhttpKeyTerms? Read(ref AbiReader arguments)
    {
        AbiReader tuple = arguments.Dynamic();
        OhttpKeyTerms terms = new(
            (byte)tuple.Number(8).Low,
            (ushort)tuple.Number(16).Low,
            (ushort)tuple.Number(16).Low,
            (ushort)tuple.Number(16).Low,
            tuple.Bytes(),
            tuple.Bytes());
        return tuple.IsValid ? terms : null;
    }

    internal AbiWriter ToAbi() => new AbiWriter()
        .Number((ulong)KeyId).Number((ulong)KemId).Number((ulong)KdfId).Number((ulong)AeadId)
        .Bytes(PublicKey).Bytes(KeyConfig);

    /// <summary>What the enclave's signing key signs.</summary>
    public Hash32 SigningHash(Hash32 teeId)
    {
        StructHasher hasher = new(SigningDomain);
        hasher.Add(teeId);
        hasher.Add((UInt256)KeyId);
        hasher.Add((UInt256)KemId);
        hasher.Add((UInt256)KdfId);
        hasher.Add((UInt256)AeadId);
        hasher.AddBytes(PublicKey);
        hasher.AddBytes(KeyConfig);
        return hasher.Finish();
    }
}
