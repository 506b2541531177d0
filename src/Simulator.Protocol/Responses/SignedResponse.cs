using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Responses;

/// <summary>What an enclave states about an answer: members <c>tee_…</c> of every response body.</summary>
/// <remarks>
/// Timestamp: Unix seconds by the enclave's own clock, at signing. protocol: what is hashed and signed.
/// </remarks>
public sealed record SignedResponse(
    Hash32 RequestHash, Hash32 OutputHash, long Timestamp, Hash32 TeeId, ReadOnlyMemory<byte> Signature)
{
    public Hash32 MessageHash => TeeMessage.OfAnswer(RequestHash, OutputHash, Timestamp);

    /// <summary>Member <c>tee_signature</c>: Base64 with padding.</summary>
    public string SignatureText => Convert.ToBase64String(Signature.Span);

    /// <summary>Hashes and signs an answer.</summary>
    /// <param name="key">The enclave's key; its tee_id is stated with the answer.</param>
    /// <param name="canonicalRequest">See <see cref="ChatRequest.CanonicalBytes"/>.</param>
    /// <param name="output">See <see cref="OutputString"/>.</param>
    /// <param name="timestamp">Unix seconds by the enclave's clock.</param>
    public static SignedResponse Sign(
        EnclaveSigningKey key, ReadOnlySpan<byte> canonicalRequest, string output, long timestamp) =>
        Sign(key, Keccak256.Hash(canonicalRequest), OutputString.Hash(output), timestamp);

    public static SignedResponse Sign(EnclaveSigningKey key, Hash32 requestHash, Hash32 outputHash, long timestamp) =>
        new(
            requestHash,
            outputHash,
            timestamp,
            key.TeeId,
            key.Sign(TeeMessage.OfAnswer(requestHash, outputHash, timestamp)));

    /// <summary>The client's checks, in its order; the first that fails names the verdict.</summary>
    /// <param name="spki">The signing key from the registry: the trust anchor.</param>
    /// <param name="expectedTeeId">Whom the client asked; null to accept any owner of the key.</param>
    /// <param name="canonicalRequest">What the client itself sent, made canonical by the client.</param>
    /// <param name="output">What the client is about to hand on.</param>
    public ResponseVerdict Verify(
        ReadOnlySpan<byte> spki, Hash32? expectedTeeId, ReadOnlySpan<byte> canonicalRequest, string output)
    {
        if (TeeId != Keccak256.Hash(spki))
        {
            return ResponseVerdict.TeeIdNotOfSigningKey;
        }

        if (expectedTeeId is Hash32 expected && TeeId != expected)
        {
            return ResponseVerdict.TeeIdUnexpected;
        }

        if (RequestHash != Keccak256.Hash(canonicalRequest))
        {
            return ResponseVerdict.RequestHashMismatch;
        }

        if (OutputHash != OutputString.Hash(output))
        {
            return ResponseVerdict.OutputHashMismatch;
        }

        return TeeSignature.Verify(spki, MessageHash, Signature.Span)
            ? ResponseVerdict.Accepted
            : ResponseVerdict.SignatureInvalid;
    }
}
