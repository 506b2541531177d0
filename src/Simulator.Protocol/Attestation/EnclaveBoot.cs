using Simulator.Protocol.Enclaves;

namespace Simulator.Protocol.Attestation;

/// <summary>Everything an enclave makes at boot and loses at shutdown: keys, TLS certificate, module id.</summary>
/// <remarks>A restart is a new enclave with another tee_id, which must be registered anew. protocol: keys and identity.</remarks>
public sealed class EnclaveBoot
{
    private readonly byte[] tlsCertificate;

    /// <param name="identity">Which boot of which node.</param>
    /// <param name="keys">Where its signing key comes from.</param>
    /// <param name="image">What the hardware measured.</param>
    /// <param name="host">DNS name of the TLS certificate.</param>
    /// <param name="bootTime">Unix seconds.</param>
    public EnclaveBoot(BootIdentity identity, EnclaveKeyPool keys, EnclaveMeasurements image, string host, long bootTime)
    {
        Identity = identity;
        Image = image;
        SigningKey = keys.KeyOf(identity);
        string name = FormattableString.Invariant($"node {identity.Node}");
        ModuleId = AttestationRequest.ModuleIdOf(name, identity.Boot);
        tlsCertificate = EnclaveTlsCertificate.Make(
            FormattableString.Invariant($"{name} boot {identity.Boot}"), host, bootTime);
    }

    public BootIdentity Identity { get; }

    public EnclaveMeasurements Image { get; }

    public EnclaveSigningKey SigningKey { get; }

    public string ModuleId { get; }

    /// <summary>DER; self-signed.</summary>
    public ReadOnlyMemory<byte> TlsCertificate => tlsCertificate;

    /// <summary>The document that binds this boot's keys, for whoever asked with a nonce.</summary>
    /// <param name="vendor">The hardware.</param>
    /// <param name="milliseconds">The hardware's clock, Unix milliseconds.</param>
    /// <param name="nonce">20 bytes, or null.</param>
    public byte[] Attest(SimulatedVendor vendor, ulong milliseconds, ReadOnlyMemory<byte>? nonce) =>
        vendor.Attest(new AttestationRequest(ModuleId, Image, milliseconds, KeyBinding.Encode(tlsCertificate, SigningKey.Spki.Span))
        {
            Nonce = nonce,
        });
}
