using Simulator.Actors.Gateways.Tills;
using Simulator.Actors.Network;
using Simulator.Primitives;
using Simulator.Protocol.X402.Sessions;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>payment:</c></summary>
internal static class PaymentSection
{
    private static readonly Key<PaymentMode> Mode = new("mode", new ChoiceShape<PaymentMode>(
        ("upto", PaymentMode.Upto, "the user signs a maximum, the actual amount is settled"),
        ("exact", PaymentMode.Exact, "the user signs the amount that is settled"),
        ("on_chain", PaymentMode.OnChain, "the user transfers the price itself and shows the transaction"),
        ("post_paid", PaymentMode.PostPaid, "the node serves on credit and sends invoices"),
        ("channel", PaymentMode.Channel, "the user deposits once and signs vouchers, which the node claims in batches")))
    {
        Documentation = "How nodes are paid.",
        Default = "upto",
        Claim = Claim.Published("A-004", Published.Gateway, "the gateway's paid routes offer upto alone"),
        Example = "upto",
    };

    private static readonly Key<OpgAmount> Max = new("max", Shapes.PositiveAmount)
    {
        Documentation = "Upto: what one authorisation allows at most; no less than any node's price. Channel: the deposit. "
            + "Exact allows the price.",
        Default = "0.1 OPG",
        Claim = Claim.Published("A-005", Published.Gateway, "the cap that the gateway advertises for each session"),
        Example = "0.1 OPG",
    };

    private static readonly Key<PaymentSettlement> Settlement = new("settlement", new ChoiceShape<PaymentSettlement>(
        ("session", PaymentSettlement.Session, "one authorisation covers many requests"),
        ("per_request", PaymentSettlement.PerRequest, "every request is settled alone")))
    {
        Documentation = "Upto only: how often money moves on chain. Exact settles every request alone.",
        Default = "session",
        Claim = Claim.Published("A-006", Published.Gateway, "the gateway's session middleware"),
        Example = "per_request",
    };

    private static readonly Key<SimDuration> Claims = new("claims", Shapes.PositiveDuration)
    {
        Documentation = "Channel only: between two batches of claims of one node.",
        Default = "1 min",
        Claim = Claim.Assumption("A-411", "often enough that a short run sees several; the scheme leaves it to the server"),
        Example = "5 min",
    };

    private static readonly Key<OpgAmount> Credit = new("credit", Shapes.PositiveAmount)
    {
        Documentation = "Post-paid only: what one user may owe one node.",
        Default = "0.1 OPG",
        Claim = Claim.Assumption("A-412", "as much as the gateway's session middleware lets a user run up"),
        Example = "0.05 OPG",
    };

    private static readonly Key<SimDuration> Invoice = new("invoice", Shapes.PositiveDuration)
    {
        Documentation = "Post-paid only: between two invoices to one user.",
        Default = "1 min",
        Claim = Claim.Assumption("A-413", "short, so that short runs see many; commercial platforms bill by the month"),
        Example = "5 min",
    };

    private static readonly Key<SimDuration> Due = new("due", Shapes.PositiveDuration)
    {
        Documentation = "Post-paid only: from an invoice until its user is cut off and the debt written off.",
        Default = "2 min",
        Claim = Claim.Assumption("A-414", "two invoice periods; commercial terms are a month"),
        Example = "10 min",
    };

    private static readonly long Margin = new SessionRules().SafetyMarginSeconds;

    // With no more time than the margin, a gateway would open no session at all.
    private static readonly Key<SimDuration> Timeout = new("timeout", Shapes.Duration.Within(
        Bounds<SimDuration>.From(SimDuration.FromSeconds(Margin + 1), SimDuration.FromDays(365)),
        "300 s",
        $"gateways serve nothing in the last {Margin} s before its deadline"))
    {
        Documentation = "Life of an authorisation (x402 maxTimeoutSeconds), in whole seconds.",
        Default = "300 s",
        Claim = Claim.Published("A-007", Published.X402, "the x402 server's default maxTimeoutSeconds"),
        Example = "300 s",
    };

    private static readonly Key<SimDuration> Idle = new("idle", Shapes.Duration.Within(
        Bounds<SimDuration>.From(SimDuration.FromSeconds(1), SimDuration.FromDays(365)), "100 s"))
    {
        Documentation = "A session without a request for longer than this is settled; whole seconds.",
        Default = "100 s",
        Claim = Claim.Published("A-008", Published.Gateway, "idle_timeout of the gateway's session middleware"),
        Example = "100 s",
    };

    private static readonly Key<FacilitatorChoice> Choice = new("facilitator_choice", new ChoiceShape<FacilitatorChoice>(
        ("random", FacilitatorChoice.Random, "any, drawn for every demand for payment"),
        ("first", FacilitatorChoice.First, "always the first"),
        ("failover", FacilitatorChoice.Failover, "the first that has answered; silence of 10 s counts against it for 60 s")))
    {
        Documentation = "Which facilitator a node offers to its clients, and whether it turns to another when one is silent. "
            + "An upto authorisation names its facilitator, so that only a new one helps.",
        Default = "random",
        Convention = "the facilitator advertises a random one of its own addresses",
        Example = "failover",
    };

    public static readonly Section<PaymentSettings> Shape = new(
        "payment",
        [Mode, Max, Settlement, Timeout, Idle, Choice, Claims, Credit, Invoice, Due],
        values => new PaymentSettings
        {
            Mode = values.Get(Mode),
            Max = values.Get(Max),
            Settlement = values.Get(Settlement),
            Timeout = values.Get(Timeout),
            Idle = values.Get(Idle),
            Claims = values.Get(Claims),
            Credit = values.Get(Credit),
            Invoice = values.Get(Invoice),
            Due = values.Get(Due),
            FacilitatorChoice = values.Get(Choice),
        })
    {
        Rules = Check,
        Renamed = new Dictionary<string, string> { ["scheme"] = "mode" },
    };

    private static void Check(SectionValues values)
    {
        RequireWholeSeconds(values, Timeout, "as x402 carries them");
        RequireWholeSeconds(values, Idle, "as the gateway counts them");
    }

    private static void RequireWholeSeconds(SectionValues values, Key<SimDuration> key, string reason)
    {
        SimDuration span = values.Get(key);
        if (span.Nanoseconds % SimDuration.NanosecondsPerSecond != 0)
        {
            values.Refuse(
                key,
                $"'{span}' is not a whole number of seconds",
                $"whole seconds, {reason}",
                $"write {span.WholeSeconds} s or {span.WholeSeconds + 1} s");
        }
    }
}
