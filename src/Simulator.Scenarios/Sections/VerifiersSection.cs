using Simulator.Actors.Verifiers;
using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>verifiers:</c></summary>
internal static class VerifiersSection
{
    private static readonly Key<int> Count = GroupKeys.Count("verifiers", 10_000);

    private static readonly Key<Ratio> AuditRate = new("audit_rate", Shapes.Ratio)
    {
        Documentation = "Probability that a verifier of the group draws an answer; each draws for itself.",
        Default = "1/20",
        Claim = Claim.Assumption(
            "A-430", "attention tests of below 1 % and audits of some percent are what papers on rollups argue with"),
        Example = "1/20",
    };

    private static readonly Key<string> Hardware = new(
        "hardware", new NameShape("hardware profile", "cpu-small", HardwareSection.KnownNames))
    {
        Documentation = "The machine of each verifier: a built-in profile, or one of the section 'hardware'.",
        Default = "cpu-small",
        Claim = Claim.Assumption("A-431", "what a node computes can be computed again on the same small machine"),
        Example = "cpu-small",
    };

    private static readonly Key<SimDuration> Poll = new("poll", Shapes.PositiveDuration)
    {
        Documentation = "Between two looks at the chain; findings are posted together with the next one.",
        Default = "5 s",
        Claim = Claim.Assumption("A-432", "a few blocks of the inference chain, a small part of the window"),
        Example = "5 s",
    };

    private static readonly Key<VerifierFraud> Fraud = new("fraud", VerifierFraudSection.Shape)
    {
        Documentation = "How the group's verifiers cheat, by name or with details; without it they check what they draw.",
        Example = "rubber_stamp",
        IsOptional = true,
    };

    private static readonly Key<BanditRules> Adaptive = new("adaptive", BanditSection.Shape)
    {
        Documentation = "The verifiers check in some periods and stamp unseen in others, and mostly do what paid better "
            + "so far.",
        Example = "{ period: 60 s, explores: 1/10 }",
        IsOptional = true,
    };

    private static readonly Key<SimDuration> Leaves =
        GroupKeys.Leaves("verifiers", "they draw no answers from then on.");

    private static readonly Section<VerifierGroup> Group = new(
        "a group of verifiers",
        [Count, AuditRate, Hardware, Poll, Fraud, Adaptive, Leaves],
        values => new VerifierGroup
        {
            Name = values.Name,
            Count = values.Get(Count),
            AuditRate = values.Get(AuditRate),
            Hardware = values.Get(Hardware),
            Poll = values.Get(Poll),
            Fraud = values.Find(Fraud),
            Adaptive = values.Find(Adaptive),
            Leaves = values.Get(Leaves),
        });

    public static readonly NamedGroups<VerifierGroup> Shape = new("auditors", Group);
}
