using System.Globalization;
using Simulator.Actors.Enclaves;
using Simulator.Chain.Blocks;
using Simulator.Chain.Registry;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;

namespace Simulator.Scenarios.Worlds;

/// <summary>The enclaves of a world at their first boot, attested by the simulated hardware vendor when the run begins.</summary>
internal sealed class EnclaveBoots(EnclaveKeyPool keys, SimulatedVendor vendor, long bootTime)
{
    /// <summary>PCR0 to PCR2 of the gateway's published build (protocol-facts §4.2).</summary>
    private static readonly EnclaveMeasurements GatewayBuild = EnclaveMeasurements.Parse(
        "f2945c350e80c9431649dd691cb4ecebc11174c0201e22c151b0b11c0aa41074174b57cc17343444380f212baaf5752c",
        "4b4d5b3661b3efc12920900c80e126e4ce783c522de6c02a2a5bf7af3a2b9327b86776f188e4be1c1c404a129dbda493",
        "01d8b4615e5dc0417d57713b6d8d2c3b0ab3ec3e1848658c116a2986da35b47c04001c8acbea57858446d0bf0a35de68");

    /// <summary>The same build as the registry has it.</summary>
    public static readonly ApprovedBuild ApprovedGateway = new(
        new PcrMeasurements([.. GatewayBuild.Pcr0], [.. GatewayBuild.Pcr1], [.. GatewayBuild.Pcr2]),
        "gateway",
        InferenceGenesis.LlmProxy);

    private Attested[] boots = [];

    public Attested this[int node] => boots[node];

    /// <summary>Boots nodes 0 to <paramref name="count"/> − 1, on all cores.</summary>
    public void Prepare(int count)
    {
        boots = new Attested[count];
        Parallel.For(0, count, node => boots[node] = Boot(node));
    }

    private Attested Boot(int node)
    {
        string host = string.Create(CultureInfo.InvariantCulture, $"node-{node}.invalid");
        EnclaveBoot boot = new(new BootIdentity(node, 0), keys, GatewayBuild, host, bootTime);
        byte[] document = boot.Attest(vendor, (ulong)bootTime * 1_000, null);
        return new Attested(
            boot.SigningKey,
            new EnclaveEvidence(document, vendor.RootPem, boot.TlsCertificate.ToArray(), GatewayBuild.Hash, bootTime));
    }

    /// <summary>An enclave's key and what vouches for it.</summary>
    public readonly record struct Attested(EnclaveSigningKey Key, EnclaveEvidence Evidence);
}
