using Simulator.Actors.Network;
using Simulator.Actors.Users.Frauds;
using Simulator.Primitives;

namespace Simulator.Actors.Users.Purses;

/// <summary>The purse of each mode of payment.</summary>
internal static class Purse
{
    public static IPurse Of(PurseSite site) => site.Settings.Mode switch
    {
        PaymentMode.Upto or PaymentMode.Exact => OfPermits(site),
        PaymentMode.OnChain => new TransferPurse(site),
        PaymentMode.PostPaid => new CreditPurse(site),
        PaymentMode.Channel => new ChannelPurse(site),
        _ => throw Invariant.Unreachable(site.Settings.Mode),
    };

    private static PermitPurse OfPermits(PurseSite site) => site.Settings.Fraud?.Kind switch
    {
        UserFraudKind.ReplayedAuthorisation => new ReplayedAuthorisation(site),
        UserFraudKind.ForgedAuthorisation => new ForgedAuthorisation(site),
        UserFraudKind.EmptiedWallet => new EmptiedWallet(site),
        UserFraudKind.WithdrawnAllowance => new WithdrawnAllowance(site),
        UserFraudKind.WashTrading => new WashTrading(site),
        UserFraudKind.JunkFlood => new JunkFlood(site),
        _ => new PermitPurse(site),
    };
}
