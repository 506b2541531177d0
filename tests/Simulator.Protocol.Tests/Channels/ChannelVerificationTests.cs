using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tests.X402;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Channels;

/// <summary>Every rule refuses by its own name, and of two broken rules the earlier one is named.</summary>
public sealed class ChannelVerificationTests
{
    private static readonly (string Error, Action<ChannelScenario> Break)[] TermRules =
    [
        ("scheme", s => s.Accepted = (s.Accepted ?? s.Requirements) with { Scheme = "upto" }),
        ("network_mismatch", s => s.Accepted = (s.Accepted ?? s.Requirements) with { Network = "eip155:1" }),
        ("payload_type", s => s.Replacement = new OpaquePayload(JsonText.Parse("{}"))),
        ("channel_id_mismatch", s => s.VoucherChannel = Hash32.Zero),
        ("receiver_mismatch", s => s.Config = s.Config with { Receiver = ChannelScenario.Stranger }),
        ("receiver_authorizer_mismatch", s => s.Config = s.Config with { ReceiverAuthorizer = ChannelScenario.Stranger }),
        ("token_mismatch", s => s.Config = s.Config with { Token = Deployments.OpgToken }),
        ("withdraw_delay_mismatch", s => s.Config = s.Config with { WithdrawDelaySeconds = 901 }),
    ];

    private static readonly (string Error, Action<ChannelScenario> Break)[] VoucherRules =
    [
        .. TermRules,
        ("voucher_signature", s => s.VoucherKey = PrivateKey.FromSeed("stranger")),
        ("channel_not_found", s => s.OnChain = ChannelState.Empty),
        ("cumulative_exceeds_balance", s => s.OnChain = s.OnChain! with { Balance = UInt128.Min(s.OnChain.Balance, 1699) }),
        ("cumulative_below_claimed", s => s.OnChain = s.OnChain! with { TotalClaimed = 1700 }),
    ];

    private static readonly (string Error, Action<ChannelScenario> Break)[] DepositRules =
    [
        .. TermRules,
        ("payload_authorization_valid_before", s => Then(s, order => order with { ValidBefore = Payments.Now + 5 })),
        ("payload_authorization_valid_after", s => Then(s, order => order with { ValidAfter = Payments.Now + 1 })),
        ("receive_authorization_signature", s => s.DepositKey = PrivateKey.FromSeed("stranger")),
        ("voucher_signature", s => s.VoucherKey = PrivateKey.FromSeed("stranger")),
        ("rpc_read_failed", s => s.PayerBalance = null),
        ("insufficient_balance", s => s.PayerBalance = s.PayerBalance is null ? null : 4999UL),
        ("cumulative_exceeds_balance", s => s.Promised = 15_001),
        ("cumulative_below_claimed", s => s.OnChain = s.OnChain! with { TotalClaimed = 1700 }),
        ("deposit_simulation_failed", s => s.Simulation = SimulationResult.Reverted("DepositCollectionFailed")),
    ];

    private static readonly (string Error, Action<ChannelScenario> Break)[] Permit2DepositRules =
    [
        .. TermRules,
        ("permit2_invalid_spender", s => Then(s, permit => permit with { Spender = ChannelScenario.Stranger })),
        ("token_mismatch", s => Then(s, permit => permit with { Token = Deployments.OpgToken })),
        ("permit2_amount_mismatch", s => Then(s, permit => permit with { Amount = 4999UL })),
        ("channel_id_mismatch", s => Then(s, permit => permit with { ChannelId = Hash32.Zero })),
        ("permit2_deadline_expired", s => Then(s, permit => permit with { Deadline = Payments.Now + 5 })),
        ("permit2_invalid_signature", s => s.DepositKey = PrivateKey.FromSeed("stranger")),
        ("permit2_allowance_required", s => s.PayerAllowance = 4999UL),
        ("voucher_signature", s => s.VoucherKey = PrivateKey.FromSeed("stranger")),
    ];

    [Fact]
    public void Untouched_payments_of_every_kind_are_valid()
    {
        foreach (string kind in new[] { "voucher", "refund", "deposit" })
        {
            Assert.Null(new ChannelScenario { Kind = kind }.Verify().Error);
            Assert.Null(new ChannelScenario { Kind = kind, UsesPermit2 = true }.Verify().Error);
        }
    }

    [Fact]
    public void A_voucher_is_refused_by_the_first_broken_rule() =>
        AssertOrder(() => new ChannelScenario(), VoucherRules);

    [Fact]
    public void A_deposit_is_refused_by_the_first_broken_rule() =>
        AssertOrder(() => new ChannelScenario { Kind = "deposit" }, DepositRules);

    [Fact]
    public void A_permit2_deposit_is_refused_by_the_first_broken_rule() =>
        AssertOrder(() => new ChannelScenario { Kind = "deposit", UsesPermit2 = true }, Permit2DepositRules);

    [Fact]
    public void A_refund_may_stand_exactly_at_what_was_claimed_and_a_payment_may_not()
    {
        Assert.Null(new ChannelScenario { Kind = "refund", Promised = 700 }.Verify().Error);
        Assert.Equal(
            PaymentError.ChannelCumulativeBelowClaimed,
            new ChannelScenario { Kind = "refund", Promised = 699 }.Verify().Error);
        Assert.Equal(
            PaymentError.ChannelCumulativeBelowClaimed,
            new ChannelScenario { Promised = 700 }.Verify().Error);
    }

    [Fact]
    public void A_withdraw_delay_outside_the_contracts_range_is_refused_where_the_server_states_none()
    {
        ChannelScenario scenario = new();
        scenario.Requirements = scenario.Requirements with
        {
            Extra = JsonText.Parse($$"""{"receiverAuthorizer":"{{Payments.Facilitator}}"}"""),
        };
        scenario.Config = scenario.Config with { WithdrawDelaySeconds = 899 };

        Assert.Equal(PaymentError.ChannelWithdrawDelayOutOfRange, scenario.Verify().Error);
    }

    [Fact]
    public void Every_payload_reads_back_from_its_json()
    {
        foreach (string kind in new[] { "voucher", "refund", "deposit" })
        {
            foreach (bool usesPermit2 in new[] { false, true })
            {
                PaymentPayload payment = new ChannelScenario { Kind = kind, UsesPermit2 = usesPermit2 }.Payment();

                Assert.True(PaymentPayload.FromHeader(payment.ToHeader()).TryGet(out PaymentPayload? read));
                Assert.Equal(payment, read);
            }
        }
    }

    private static void Then(ChannelScenario scenario, Func<DepositEip3009Authorization, DepositEip3009Authorization> change)
    {
        Func<DepositEip3009Authorization, DepositEip3009Authorization> earlier = scenario.ChangeEip3009;
        scenario.ChangeEip3009 = order => change(earlier(order));
    }

    private static void Then(ChannelScenario scenario, Func<DepositPermit2Authorization, DepositPermit2Authorization> change)
    {
        Func<DepositPermit2Authorization, DepositPermit2Authorization> earlier = scenario.ChangePermit2;
        scenario.ChangePermit2 = permit => change(earlier(permit));
    }

    private static void AssertOrder(
        Func<ChannelScenario> create, (string Error, Action<ChannelScenario> Break)[] rules)
    {
        for (int first = 0; first < rules.Length; first++)
        {
            for (int second = first; second < rules.Length; second++)
            {
                ChannelScenario scenario = create();
                rules[first].Break(scenario);
                rules[second].Break(scenario);

                Assert.Equal(
                    "invalid_batch_settlement_evm_" + rules[first].Error, scenario.Verify().Error?.Name);
            }
        }
    }
}
