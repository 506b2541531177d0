using Simulator.Actors.Facilitators.Frauds;
using Simulator.Primitives;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>facilitators.NAME.fraud:</c></summary>
internal static class FacilitatorFraudSection
{
    private const int MostMembers = 1_000;

    private static readonly ChoiceShape<FacilitatorFraudKind> Kinds = new(
        ("overcharge", FacilitatorFraudKind.Overcharge, "settles the signed maximum, or tries more, whatever was used"),
        ("redirect", FacilitatorFraudKind.Redirect, "tries to settle to its own account"),
        ("delay", FacilitatorFraudKind.Delay, "lets settlements lie"),
        ("censorship", FacilitatorFraudKind.Censorship, "answers nothing about payments of certain users and nodes"),
        ("heartbeat_withheld", FacilitatorFraudKind.HeartbeatWithheld,
            "the relay beside it brings heartbeats to nobody; needs chains.inference"));

    private static readonly Key<FacilitatorFraudKind> Kind = FraudKeys.Kind(
        Kinds, "overcharge", limits: "; payment.mode must be upto or exact for all that settle, and upto for overcharge");

    private static readonly Key<Ratio> Share = FraudKeys.Share();

    private static readonly Key<SimDuration> Hold = new("hold", Shapes.Duration)
    {
        Documentation = "For delay: how long a settlement lies about.",
        Default = "5 min",
        Convention = "as long as an authorisation lives by default",
        Example = "2 min",
    };

    private static readonly Key<IReadOnlyList<string>> Against = new(
        "against", new ListOf<string>(new MemberShape("traders/3"), MostMembers))
    {
        Documentation = "For censorship: groups and members whose payments, as payer or as recipient, are met with silence.",
        Default = "[]",
        Convention = "the scenario names them",
        Example = "[traders]",
    };

    public static readonly ShortForm<FacilitatorFraudSettings> Shape = new(
        new Section<FacilitatorFraudSettings>(
            "a fraud of facilitators",
            [Kind, Share, Hold, Against],
            values => new FacilitatorFraudSettings
            {
                Kind = values.Get(Kind),
                Share = values.Get(Share),
                Hold = values.Get(Hold),
                Against = values.Get(Against),
            }),
        Kind);

    /// <summary>The name of a fraud as a scenario writes it.</summary>
    public static string NameOf(FacilitatorFraudKind kind) => Kinds.Format(kind);
}
