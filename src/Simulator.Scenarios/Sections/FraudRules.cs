using Simulator.Actors.Facilitators.Frauds;
using Simulator.Actors.Network;
using Simulator.Actors.Users.Frauds;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary>A fraud that never has an occasion in a world is a mistake of its author.</summary>
internal static class FraudRules
{
    private const string ByAuthorisation = "a mode of payment with signed authorisations: upto or exact";

    public static void Check(SectionValues values, Scenario scenario)
    {
        foreach (UserGroup group in scenario.Users.Where(group => group.Fraud is not null))
        {
            CheckUsers(values, scenario, group, group.Fraud!);
        }

        foreach (FacilitatorGroup group in scenario.Facilitators.Where(group => group.Fraud is not null))
        {
            CheckFacilitators(values, scenario, group, group.Fraud!);
        }
    }

    private static void CheckUsers(SectionValues values, Scenario scenario, UserGroup group, UserFraudSettings fraud)
    {
        string name = UserFraudSection.NameOf(fraud.Kind);
        if (group.Via == AccessPath.Platform || group.Asks.Path == AskPath.Chain)
        {
            Refuse(
                values,
                "users",
                group.Name,
                $"{group.Name} sign no payment to any node, so that {name} has no occasion",
                "users who ask nodes over x402",
                "remove 'fraud', or 'via: platform' or 'path: chain'");
        }
        else if (fraud.Kind == UserFraudKind.UnpaidInvoices && scenario.Payment.Mode != PaymentMode.PostPaid)
        {
            Refuse(
                values,
                "users",
                group.Name,
                $"nobody sends {group.Name} an invoice that they could leave unpaid",
                "unpaid_invoices with payment.mode post_paid",
                "write 'payment: { mode: post_paid }', or another fraud");
        }
        else if (fraud.Kind != UserFraudKind.UnpaidInvoices && !HasAuthorisations(scenario))
        {
            Refuse(
                values,
                "users",
                group.Name,
                $"{name} is about authorisations, which {group.Name} do not sign",
                ByAuthorisation,
                "write 'payment: { mode: upto }', or another fraud");
        }
    }

    private static void CheckFacilitators(
        SectionValues values, Scenario scenario, FacilitatorGroup group, FacilitatorFraudSettings fraud)
    {
        string name = FacilitatorFraudSection.NameOf(fraud.Kind);
        if (fraud.Kind == FacilitatorFraudKind.HeartbeatWithheld)
        {
            if (scenario.Chains.Inference is null)
            {
                Refuse(
                    values,
                    "facilitators",
                    group.Name,
                    $"no heartbeat comes to {group.Name} that could be withheld",
                    "heartbeat_withheld beside chains.inference",
                    "add 'inference: {}' under 'chains', or remove 'fraud'");
            }
        }
        else if (!HasAuthorisations(scenario))
        {
            Refuse(
                values,
                "facilitators",
                group.Name,
                $"{group.Name} settle no authorisation, so that {name} has no occasion",
                ByAuthorisation,
                "write 'payment: { mode: upto }', or remove 'fraud'");
        }
        else if (fraud.Kind == FacilitatorFraudKind.Overcharge && scenario.Payment.Mode == PaymentMode.Exact)
        {
            Refuse(
                values,
                "facilitators",
                group.Name,
                "an exact payment leaves no room for overcharge: what is signed is what is settled",
                "overcharge with payment.mode upto",
                "write 'payment: { mode: upto }', or another fraud");
        }
    }

    private static bool HasAuthorisations(Scenario scenario) =>
        scenario.Payment.Mode is PaymentMode.Upto or PaymentMode.Exact;

    private static void Refuse(
        SectionValues values, string section, string group, string what, string expected, string hint) =>
        values.RefuseAt(
            values.WrittenAt(section, group, "fraud", "kind") ?? values.WrittenAt(section, group, "fraud"),
            what,
            expected,
            hint);
}
