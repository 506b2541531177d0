using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Simulator.Chain.Registry;
using Simulator.Protocol.Attestation;

namespace Simulator.Scenarios.Worlds;

/// <summary>The measurements of the code that enclaves run, by the build's name.</summary>
internal static class Builds
{
    /// <summary>The network's own gateway.</summary>
    public const string Published = "published";

    /// <summary>PCR0 to PCR2 of the gateway's published build (protocol-facts §4.2).</summary>
    private static readonly EnclaveMeasurements Gateway = EnclaveMeasurements.Parse(
        "f2945c350e80c9431649dd691cb4ecebc11174c0201e22c151b0b11c0aa41074174b57cc17343444380f212baaf5752c",
        "4b4d5b3661b3efc12920900c80e126e4ce783c522de6c02a2a5bf7af3a2b9327b86776f188e4be1c1c404a129dbda493",
        "01d8b4615e5dc0417d57713b6d8d2c3b0ab3ec3e1848658c116a2986da35b47c04001c8acbea57858446d0bf0a35de68");

    public static EnclaveMeasurements Of(string name) =>
        name == Published ? Gateway : new EnclaveMeasurements(Register(name, 0), Register(name, 1), Register(name, 2));

    /// <summary>As calldata of the registry carries them.</summary>
    public static PcrMeasurements ForRegistry(string name)
    {
        EnclaveMeasurements build = Of(name);
        return new PcrMeasurements([.. build.Pcr0], [.. build.Pcr1], [.. build.Pcr2]);
    }

    private static ImmutableArray<byte> Register(string name, int number) =>
        [.. SHA384.HashData(Encoding.UTF8.GetBytes($"opgsim build {name} pcr{number}"))];
}
