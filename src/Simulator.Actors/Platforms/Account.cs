using Simulator.Primitives;

namespace Simulator.Actors.Platforms;

/// <summary>A customer of a platform: what it may still ask and pay. Kept on disk, so that a crash loses none.</summary>
/// <param name="settings">The platform.</param>
/// <param name="group">What the customer said about itself.</param>
/// <param name="credit">What was paid in, or what the card covers.</param>
internal sealed class Account(PlatformSettings settings, string group, OpgAmount credit)
{
    private OpgAmount left = credit;
    private OpgAmount owed = OpgAmount.Zero;
    private bool isOverdue;
    private long window;
    private long period;
    private int usedInWindow;

    /// <summary>Status and name of the first rule that turns the request away; null when it may be computed.</summary>
    public (ushort Status, string Name)? Refuse(SimTime now)
    {
        if (settings.Bans.Any(ban => ban.HoldsFor(group, now)))
        {
            return (403, PlatformRefusals.AccountBanned);
        }

        if (settings.Billing == PlatformBilling.Invoiced)
        {
            Invoice(now);
            if (isOverdue)
            {
                return (403, PlatformRefusals.PaymentOverdue);
            }
        }
        else if (left < settings.Price)
        {
            return (402, PlatformRefusals.InsufficientCredit);
        }

        return IsWithinQuota(now) ? null : (429, PlatformRefusals.QuotaExceeded);
    }

    /// <summary>A request was answered.</summary>
    public void Charge()
    {
        if (settings.Billing == PlatformBilling.Prepaid)
        {
            left -= OpgAmount.Min(left, settings.Price);
        }
        else
        {
            owed += settings.Price;
        }
    }

    // Fixed windows from the start of the run, as most rate limiters have them.
    private bool IsWithinQuota(SimTime now)
    {
        long current = now.NanosecondsSinceStart / settings.QuotaWindow.Nanoseconds;
        (window, usedInWindow) = (current, current == window ? usedInWindow + 1 : 1);
        return settings.Quota is not { } quota || usedInWindow <= quota;
    }

    private void Invoice(SimTime now)
    {
        long current = now.NanosecondsSinceStart / settings.InvoicePeriod.Nanoseconds;
        if (current == period)
        {
            return;
        }

        period = current;
        isOverdue |= owed > left;
        left -= OpgAmount.Min(left, owed);
        owed = OpgAmount.Zero;
    }
}
