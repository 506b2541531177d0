using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Verification;

/// <summary>An enclave's signature over one answer.</summary>
/// <param name="TeeId">Who signed.</param>
/// <param name="InputHash">Keccak-256 of the canonical request.</param>
/// <param name="OutputHash">Keccak-256 of the output string.</param>
/// <param name="Timestamp">Unix seconds by the enclave's clock.</param>
/// <param name="Signature">RSA-PSS.</param>
public sealed record InferenceProof(
    Hash32 TeeId, Hash32 InputHash, Hash32 OutputHash, UInt256 Timestamp, byte[] Signature);
