using Simulator.Actors.Network;
using Simulator.Primitives;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary>Habits of users that mean nothing in the mode of payment at hand.</summary>
internal static class PaymentRules
{
    private static readonly PaysAfter AtOnce = new PaysAfter.Always(SimDuration.Zero);

    public static void Check(SectionValues values, Scenario scenario)
    {
        foreach (UserGroup group in scenario.Users.Where(group =>
            group.PaysAfter != AtOnce && scenario.Payment.Mode != PaymentMode.PostPaid))
        {
            values.RefuseAt(
                values.WrittenAt("users", group.Name, "pays_after"),
                $"nobody sends {group.Name} an invoice that they could pay late",
                "'pays_after' with payment.mode post_paid",
                "write 'payment: { mode: post_paid }', or remove 'pays_after'");
        }
    }
}
