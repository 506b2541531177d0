using Simulator.Actors.Network;
using Simulator.Primitives;

namespace Simulator.Actors.Users.Purses;

/// <summary>The purse of each mode of payment.</summary>
internal static class Purse
{
    public static IPurse Of(PurseSite site) => site.Settings.Mode switch
    {
        PaymentMode.Upto or PaymentMode.Exact => new PermitPurse(site),
        _ => throw Invariant.Unreachable(site.Settings.Mode),
    };
}
