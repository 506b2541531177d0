using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;

namespace Simulator.Protocol.Ohttp;

/// <summary>The key an enclave offers for private requests, as <c>GET /v1/ohttp/config</c> answers it.</summary>
/// <remarks>
/// The key is not part of the attestation document: only this signature binds it to the enclave, and a client that
/// skips it trusts whoever served the configuration. Source: protocol facts §4.10; registry records carry the same
/// terms.
/// </remarks>
/// <param name="TeeId">Keccak-256 of the enclave's signing key.</param>
/// <param name="Config">The key; always of the suite in use.</param>
/// <param name="Signature">RSA-PSS over <see cref="OhttpKeyTerms.SigningHash"/>.</param>
public sealed record SignedOhttpKeyConfig(Hash32 TeeId, OhttpKeyConfig Config, ReadOnlyMemory<byte> Signature)
{
    private const int MaximumLength = 8192;

    /// <summary>What the enclave signs.</summary>
    public Hash32 SigningHash => OhttpKeyTerms.Of(Config).SigningHash(TeeId);

    public static SignedOhttpKeyConfig Sign(EnclaveSigningKey key, OhttpKeyConfig config) =>
        new(key.TeeId, config, key.Sign(OhttpKeyTerms.Of(config).SigningHash(key.TeeId)));

    /// <summary>True when the key is the named enclave's and signed exactly this.</summary>
    /// <param name="spki">The enclave's signing key from attestation or registry, never from the same answer.</param>
    public bool IsSignedBy(ReadOnlySpan<byte> spki) =>
        Keccak256.Hash(spki) == TeeId && TeeSignature.Verify(spki, SigningHash, Signature.Span);

    public byte[] ToJson() => RequestWriter.Write(writer =>
    {
        OhttpKeyTerms terms = OhttpKeyTerms.Of(Config);
        writer.WriteString("tee_id", TeeId.ToString());
        writer.WriteNumber("key_id", terms.KeyId);
        writer.WriteNumber("kem_id", terms.KemId);
        writer.WriteNumber("kdf_id", terms.KdfId);
        writer.WriteNumber("aead_id", terms.AeadId);
        writer.WriteString("public_key", Convert.ToHexStringLower(terms.PublicKey));
        writer.WriteString("key_config", Convert.ToBase64String(terms.KeyConfig));
        writer.WriteString("signature", Convert.ToBase64String(Signature.Span));
        writer.WriteString("signature_hash", SigningHash.ToString());
    });

    /// <summary>False unless the members are whole, of the suite in use, and repeat one another.</summary>
    /// <remarks>The signature is not checked; see <see cref="IsSignedBy"/>.</remarks>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out SignedOhttpKeyConfig? config)
    {
        config = utf8.Length > MaximumLength ? null : ResponseReader.Read(utf8, Read).Item1;
        return config is not null;
    }

    private static (SignedOhttpKeyConfig?, ResponseRefusal) Read(JsonElement body)
    {
        bool isWhole = Hash32.TryParse(ChatRequestJson.Text(body, "tee_id"), out Hash32 teeId)
            & CanonicalBase64.TryDecode(
                ChatRequestJson.Text(body, "key_config"), OhttpKeyConfig.EncodedLength, out byte[] encoded)
            & CanonicalBase64.TryDecode(
                ChatRequestJson.Text(body, "signature"), TeeSignature.MaximumSignatureLength, out byte[] signature);
        if (!isWhole || !OhttpKeyConfig.TryDecode(encoded, out OhttpKeyConfig? key, out _))
        {
            return (null, ResponseRefusal.ProofMalformed);
        }

        SignedOhttpKeyConfig config = new(teeId, key, signature);
        return config.Repeats(body) ? (config, ResponseRefusal.None) : (null, ResponseRefusal.ProofMalformed);
    }

    private static bool IsNumber(JsonElement body, string name, int expected) =>
        body.TryGetProperty(name, out JsonElement number) && number.ValueKind == JsonValueKind.Number
        && number.TryGetInt32(out int value) && value == expected;

    private bool Repeats(JsonElement body)
    {
        OhttpKeyTerms terms = OhttpKeyTerms.Of(Config);
        return IsNumber(body, "key_id", terms.KeyId)
            && IsNumber(body, "kem_id", terms.KemId)
            && IsNumber(body, "kdf_id", terms.KdfId)
            && IsNumber(body, "aead_id", terms.AeadId)
            && ChatRequestJson.Text(body, "public_key") == Convert.ToHexStringLower(terms.PublicKey)
            && ChatRequestJson.Text(body, "signature_hash") == SigningHash.ToString();
    }
}
