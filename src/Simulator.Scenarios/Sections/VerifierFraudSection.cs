using Simulator.Actors.Verifiers;
using Simulator.Primitives;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>verifiers.NAME.fraud:</c></summary>
internal static class VerifierFraudSection
{
    private static readonly ChoiceShape<VerifierFraudKind> Kinds = new(
        ("rubber_stamp", VerifierFraudKind.RubberStamp, "claims the reward of a check without executing anything"),
        ("never_checks", VerifierFraudKind.NeverChecks, "is bonded and does nothing"),
        ("collusion", VerifierFraudKind.Collusion, "approves whatever the nodes of one group answer"),
        ("false_accusation", VerifierFraudKind.FalseAccusation, "challenges answers without executing them"));

    private static readonly Key<VerifierFraudKind> Kind = FraudKeys.Kind(Kinds, "rubber_stamp");
    private static readonly Key<Ratio> Share = FraudKeys.Share("answers they draw");

    private static readonly Key<string> Partners = new(
        "with", new NameShape("group of nodes", "cheaters", context => [.. context.NamesIn("nodes")]))
    {
        Documentation = "The group of nodes that 'collusion' is with.",
        Example = "cheaters",
        IsOptional = true,
    };

    private static readonly Section<VerifierFraud> Section = new(
        "a fraud of verifiers",
        [Kind, Share, Partners],
        values => new VerifierFraud
        {
            Kind = values.Get(Kind),
            Share = values.Get(Share),
            Partners = values.Find(Partners),
        })
    {
        Rules = RequirePartners,
    };

    public static readonly ShortForm<VerifierFraud> Shape = new(Section, Kind);

    /// <summary>The name of a fraud as a scenario writes it.</summary>
    public static string NameOf(VerifierFraudKind kind) => Kinds.Format(kind);

    private static void RequirePartners(SectionValues values)
    {
        bool colludes = values.Get(Kind) == VerifierFraudKind.Collusion;
        if (colludes != values.Find(Partners) is not null)
        {
            values.Refuse(
                colludes ? Kind : Partners,
                colludes ? "collusion does not say with whom" : $"{NameOf(values.Get(Kind))} is with nobody",
                "a group of nodes with collusion, and with nothing else",
                colludes ? "write for example '{ kind: collusion, with: cheaters }'" : "remove 'with'");
        }
    }
}
