using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tests.X402;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Channels;

public sealed class ChannelAccountsTests
{
    private const long Now = (long)Payments.Now * 1000;

    private static readonly ChannelState Funded = new(10_000, 700, 0, UInt256.Zero);

    private readonly ChannelAccounts accounts = new();

    [Fact]
    public void A_voucher_must_promise_exactly_one_request_more_than_was_charged()
    {
        ChannelAdmission.Granted first = Assert.IsType<ChannelAdmission.Granted>(Admit(1700));
        Assert.True(first.AskFacilitator);
        Assert.Equal(700u, (uint)first.Account.ChargedCumulative);
        accounts.Synchronise(first.Account.ChannelId, Funded, Now);

        Assert.Null(accounts.TryCharge(first.Account.ChannelId, 400, Now + 10));

        AssertRefused(PaymentError.ChannelCumulativeAmountMismatch, Admit(2700, now: Now + 20));
        Assert.IsType<ChannelAdmission.Granted>(Admit(2100, now: Now + 20));
    }

    [Fact]
    public void A_wrong_cumulative_amount_is_corrected_with_what_the_server_knows()
    {
        Charge(1700, 1000);

        ChannelAdmission.Refused refusal = Assert.IsType<ChannelAdmission.Refused>(Admit(1700, now: Now + 20));

        Assert.Equal(PaymentError.ChannelCumulativeAmountMismatch, refusal.Error);
        JsonText extra = refusal.Corrective!.CorrectiveExtra();
        Assert.Equal("1700", extra.Part("channelState")!.Member("chargedCumulativeAmount"));
        Assert.Equal("10000", extra.Part("channelState")!.Member("balance"));
        Assert.Equal("1700", extra.Part("voucherState")!.Member("signedMaxClaimable"));
    }

    [Fact]
    public void A_channel_serves_one_request_at_a_time_until_the_lock_runs_out()
    {
        Assert.IsType<ChannelAdmission.Granted>(Admit(1700));

        AssertRefused(PaymentError.ChannelBusy, Admit(1700, now: Now + 59_999));
        Assert.IsType<ChannelAdmission.Granted>(Admit(1700, now: Now + 60_000));
        Assert.Equal(5_000, ChannelAccounts.LockMilliseconds(1));
        Assert.Equal(600_000, ChannelAccounts.LockMilliseconds(10_000));
    }

    [Fact]
    public void A_failed_request_charges_nothing_and_the_same_voucher_is_good_again()
    {
        ChannelAdmission.Granted granted = Assert.IsType<ChannelAdmission.Granted>(Admit(1700));

        accounts.Cancel(granted.Account.ChannelId);

        Assert.IsType<ChannelAdmission.Granted>(Admit(1700));
    }

    [Fact]
    public void A_charge_above_the_signed_amount_is_refused_and_changes_nothing()
    {
        ChannelAdmission.Granted granted = Assert.IsType<ChannelAdmission.Granted>(Admit(1700));

        Assert.Equal(
            PaymentError.ChannelChargeExceedsSignedCumulative,
            accounts.TryCharge(granted.Account.ChannelId, 1001, Now));
        Assert.Null(accounts.Find(granted.Account.ChannelId));
        Assert.IsType<ChannelAdmission.Granted>(Admit(1700));
    }

    [Fact]
    public void Fresh_state_decides_without_the_facilitator_and_stale_state_does_not()
    {
        Charge(1700, 1000);

        Assert.False(Assert.IsType<ChannelAdmission.Granted>(Admit(2700, now: Now + 299_999)).AskFacilitator);
        accounts.Cancel(new ChannelScenario().ChannelId);
        Assert.True(Assert.IsType<ChannelAdmission.Granted>(Admit(2700, now: Now + 300_000)).AskFacilitator);
    }

    [Fact]
    public void Fresh_state_refuses_a_promise_beyond_the_balance()
    {
        Charge(1700, 1000);
        accounts.Synchronise(new ChannelScenario().ChannelId, Funded with { Balance = 2699 }, Now);

        AssertRefused(PaymentError.ChannelCumulativeExceedsBalance, Admit(2700, now: Now + 1));
    }

    [Fact]
    public void A_refund_charges_nothing()
    {
        Charge(1700, 1000);

        ChannelAdmission.Granted refund =
            Assert.IsType<ChannelAdmission.Granted>(Admit(1700, kind: "refund", now: Now + 1));
        Assert.Null(accounts.TryCharge(refund.Account.ChannelId, 0, Now + 2));
        Assert.Equal(1700u, (uint)accounts.Find(refund.Account.ChannelId)!.ChargedCumulative);
        Assert.Equal(1000u, (uint)accounts.Find(refund.Account.ChannelId)!.Claimable);
    }

    [Fact]
    public void A_voucher_signed_by_a_stranger_does_not_lock_the_channel()
    {
        ChannelScenario scenario = new();

        AssertRefused(
            PaymentError.ChannelVoucherSignature,
            accounts.Admit(scenario.Payload(), scenario.Requirements, false, Funded, Now));
        Assert.IsType<ChannelAdmission.Granted>(Admit(1700));
    }

    private static void AssertRefused(PaymentError error, ChannelAdmission admission) =>
        Assert.Equal(error, Assert.IsType<ChannelAdmission.Refused>(admission).Error);

    private void Charge(uint promised, uint actual)
    {
        Hash32 id = Assert.IsType<ChannelAdmission.Granted>(Admit(promised)).Account.ChannelId;
        accounts.Synchronise(id, Funded, Now);
        Assert.Null(accounts.TryCharge(id, actual, Now));
    }

    private ChannelAdmission Admit(uint promised, string kind = "voucher", long now = Now)
    {
        ChannelScenario scenario = new() { Promised = promised, Kind = kind };
        return accounts.Admit(scenario.Payload(), scenario.Requirements, true, Funded, now);
    }
}
