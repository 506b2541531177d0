using Simulator.Actors.Users.Frauds;
using Simulator.Primitives;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>users.NAME.fraud:</c></summary>
internal static class UserFraudSection
{
    private static readonly ChoiceShape<UserFraudKind> Kinds = new(
        ("replayed_authorisation", UserFraudKind.ReplayedAuthorisation,
            "presents an authorisation again that has opened a session already"),
        ("forged_authorisation", UserFraudKind.ForgedAuthorisation, "signs for an account that is not its own"),
        ("emptied_wallet", UserFraudKind.EmptiedWallet,
            "moves its OPG to another wallet of its own between verification and settlement"),
        ("withdrawn_allowance", UserFraudKind.WithdrawnAllowance,
            "takes Permit2's allowance back between verification and settlement"),
        ("junk_flood", UserFraudKind.JunkFlood, "asks with no payment, with an unsigned one, or with an oversized body"),
        ("wash_trading", UserFraudKind.WashTrading, "asks and pays its own nodes only, to draw a reward on the volume"),
        ("unpaid_invoices", UserFraudKind.UnpaidInvoices, "leaves invoices unpaid; payment.mode post_paid"));

    private static readonly Key<UserFraudKind> Kind = FraudKeys.Kind(
        Kinds, "emptied_wallet", limits: "; payment.mode must be upto or exact, and post_paid for unpaid_invoices");

    private static readonly Key<Ratio> Share = FraudKeys.Share(limits: "; floods have no other");

    private static readonly Key<string> Nodes = new(
        "nodes", new NameShape("group of nodes", "own", context => [.. context.NamesIn("nodes")]))
    {
        Documentation = "For wash_trading: the group of nodes that is its own.",
        Example = "own",
        IsOptional = true,
    };

    public static readonly ShortForm<UserFraudSettings> Shape = new(
        new Section<UserFraudSettings>(
            "a fraud of users",
            [Kind, Share, Nodes],
            values => new UserFraudSettings
            {
                Kind = values.Get(Kind),
                Share = values.Get(Share),
                Nodes = values.Find(Nodes),
            })
        {
            Rules = RequireNodes,
        },
        Kind);

    private static void RequireNodes(SectionValues values)
    {
        if (values.Get(Kind) == UserFraudKind.WashTrading && values.Find(Nodes) is null)
        {
            values.Refuse(
                Kind,
                "wash_trading does not say which nodes are its own",
                "the group of nodes that is asked and paid",
                "write for example '{ kind: wash_trading, nodes: own }'");
        }
    }

    /// <summary>The name of a fraud as a scenario writes it.</summary>
    public static string NameOf(UserFraudKind kind) => Kinds.Format(kind);
}
