using System.Collections.Concurrent;
using System.Globalization;
using Simulator.Actors.Enclaves;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;

namespace Simulator.Scenarios.Worlds;

/// <summary>The enclaves of a world at their first boot, attested by the simulated hardware vendor when the run begins.</summary>
/// <remarks>What a node has at its first boot is the same in all runs that begin at one time, and is kept.</remarks>
internal sealed class EnclaveBoots(EnclaveKeyPool keys, SimulatedVendor vendor, long bootTime)
{
    private static readonly EnclaveMeasurements GatewayBuild = Builds.Of(Builds.Published);

    private static readonly ConcurrentDictionary<Place, Attested> Kept = new();

    private Attested[] boots = [];

    public Attested this[int node] => boots[node];

    /// <summary>Boots nodes 0 to <paramref name="count"/> − 1, on all cores.</summary>
    public void Prepare(int count)
    {
        boots = new Attested[count];
        int[] missing = [.. Enumerable.Range(0, count).Where(node => !Kept.ContainsKey(PlaceOf(node)))];
        Parallel.ForEach(missing, node => Kept.TryAdd(PlaceOf(node), Boot(node)));
        for (int node = 0; node < count; node++)
        {
            boots[node] = Kept[PlaceOf(node)];
        }
    }

    private Place PlaceOf(int node) => new(keys, vendor, node, bootTime);

    private Attested Boot(int node)
    {
        string host = string.Create(CultureInfo.InvariantCulture, $"node-{node}.invalid");
        EnclaveBoot boot = new(new BootIdentity(node, 0), keys, GatewayBuild, host, bootTime);
        byte[] document = boot.Attest(vendor, (ulong)bootTime * 1_000, null);
        return new Attested(
            boot.SigningKey,
            new EnclaveEvidence(document, vendor.RootPem, boot.TlsCertificate.ToArray(), GatewayBuild.Hash, bootTime));
    }

    private readonly record struct Place(EnclaveKeyPool Keys, SimulatedVendor Vendor, int Node, long Time);

    /// <summary>An enclave's key and what vouches for it.</summary>
    public readonly record struct Attested(EnclaveSigningKey Key, EnclaveEvidence Evidence);
}
