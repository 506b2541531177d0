using Simulator.Actors.Network;
using Simulator.Primitives;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>The till of each mode of payment.</summary>
internal static class Till
{
    public static ITill Of(TillSite site) => site.Settings.Mode switch
    {
        PaymentMode.Upto or PaymentMode.Exact => new PermitTill(site),
        PaymentMode.OnChain => new TransferTill(site),
        PaymentMode.PostPaid => new CreditTill(site),
        PaymentMode.Channel => new ChannelTill(site),
        _ => throw Invariant.Unreachable(site.Settings.Mode),
    };
}
