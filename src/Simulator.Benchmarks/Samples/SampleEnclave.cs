using System.Collections.Immutable;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;

namespace Simulator.Benchmarks.Samples;

/// <summary>An attested enclave: its key, its TLS certificate, its document and the vendor's root.</summary>
internal static class SampleEnclave
{
    /// <summary>Unix seconds of the document.</summary>
    public const long Now = 1_769_996_000;

    public static readonly EnclaveSigningKey Key = EnclaveKeyPool.OfThisMachine[0];
    public static readonly SimulatedVendor Vendor = new();
    public static readonly EnclaveMeasurements Measurements = new(Register(1), Register(2), Register(3));
    public static readonly byte[] TlsCertificate = EnclaveTlsCertificate.Make("benchmark", "node.example", Now - 5000);

    public static readonly byte[] Document = Vendor.Attest(new AttestationRequest(
        AttestationRequest.ModuleIdOf("benchmark node", 0),
        Measurements,
        (ulong)(Now - 10) * 1000,
        KeyBinding.Encode(TlsCertificate, Key.Spki.Span)));

    private static ImmutableArray<byte> Register(byte content) => [.. Enumerable.Repeat(content, 48)];
}
