using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>verification.zk:</c></summary>
internal static class ProofSection
{
    private static readonly Key<ProofPreset> Preset = new("preset", new ChoiceShape<ProofPreset>(
        ("nanozk", ProofPreset.NanoZk, "43 s, 6.9 kB and 23 ms to check at GPT-2's size (arXiv 2603.18046)"),
        ("zkgpt", ProofPreset.ZkGpt, "25 s at GPT-2's size (USENIX Security 2025); size and check as nanozk"),
        ("ezkl", ProofPreset.Ezkl, "52 times nanozk's 43 s (arXiv 2603.18046); size and check as nanozk")))
    {
        Documentation = "The published proof system whose figures are taken. Proofs are modelled: only a true output has "
            + "one, and nobody can forge it.",
        Default = "nanozk",
        Claim = Claim.Published("A-445", new DateOnly(2026, 11, 21), "its paper gives time, size and check together"),
        Example = "nanozk",
    };

    private static readonly Key<Ratio> Scale = new("scale", Shapes.Ratio)
    {
        Documentation = "Proving time of one answer as a share of the preset's, which is for GPT-2 with 124 M parameters.",
        Default = "1/1000",
        Claim = Claim.Assumption("A-446", "the volatility models are more than a thousand times smaller than GPT-2"),
        Example = "1/1000",
    };

    public static readonly Section<ProofSettings> Shape = new(
        "a proof system",
        [Preset, Scale],
        values => Of(values.Get(Preset), values.Get(Scale)));

    private static ProofSettings Of(ProofPreset preset, Ratio scale)
    {
        SimDuration full = preset switch
        {
            ProofPreset.NanoZk => SimDuration.FromSeconds(43),
            ProofPreset.ZkGpt => SimDuration.FromSeconds(25),
            ProofPreset.Ezkl => SimDuration.FromSeconds(52 * 43),
            _ => throw Invariant.Unreachable(preset),
        };
        Int128 scaled = (Int128)full.Nanoseconds * scale.Numerator / scale.Denominator;
        return new ProofSettings
        {
            Proving = new SimDuration((long)scaled),
            Check = SimDuration.FromMilliseconds(23),
            Size = 6_900,
        };
    }
}
