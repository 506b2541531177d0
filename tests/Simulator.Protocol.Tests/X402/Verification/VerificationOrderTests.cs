using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.X402.Verification;

/// <summary>Every rule refuses by its own name, and of two broken rules the earlier one is named.</summary>
public sealed class VerificationOrderTests
{
    private static readonly Address Stranger = Secp256k1.AddressOf(PrivateKey.FromSeed("stranger"));

    // In the order of the reference facilitator.
    internal static readonly (string Error, Action<PaymentScenario> Break)[] UptoRules =
    [
        ("unsupported_payload_type", s => s.Permit2 = s.Permit2 with { Witness = s.Permit2.Witness with { Facilitator = null } }),
        ("invalid_upto_evm_scheme", s => s.Accepted = s.Accepted with { Scheme = "exact" }),
        ("invalid_upto_evm_network_mismatch", s => s.Accepted = s.Accepted with { Network = "eip155:84532" }),
        ("invalid_permit2_spender", s => s.Permit2 = s.Permit2 with { Spender = Deployments.ExactProxy }),
        ("invalid_permit2_recipient_mismatch", s => s.Permit2 = s.Permit2 with { Witness = s.Permit2.Witness with { To = Stranger } }),
        ("upto_facilitator_mismatch", s => s.Context = s.Context with { OwnAddresses = [Stranger] }),
        ("permit2_deadline_expired", s => s.Permit2 = s.Permit2 with { Deadline = Payments.Now + 5 }),
        ("permit2_not_yet_valid", s => s.Permit2 = s.Permit2 with { Witness = s.Permit2.Witness with { ValidAfter = Payments.Now + 1 } }),
        ("permit2_amount_mismatch", s => s.Permit2 = s.Permit2 with { Amount = s.Permit2.Amount + 1UL }),
        ("permit2_token_mismatch", s => s.Permit2 = s.Permit2 with { Token = Deployments.UsdcBase }),
        ("invalid_permit2_signature", s => s.Signer = PrivateKey.FromSeed("stranger")),
        ("permit2_proxy_not_deployed", s => s.Chain = Reverting(s) with { ProxyIsDeployed = false }),
        ("permit2_insufficient_balance", s => s.Chain = Reverting(s) with { Balance = UInt256.One }),
        ("permit2_allowance_required", s => s.Chain = Reverting(s) with { AllowanceToPermit2 = UInt256.One }),
        ("permit2_simulation_failed", s => s.Chain = Reverting(s)),
    ];

    internal static readonly (string Error, Action<PaymentScenario> Break)[] ExactRules =
    [
        ("unsupported_payload_type", s => s.Accepted = s.Accepted with { Scheme = "upto" }),
        ("invalid_exact_evm_network_mismatch", s => s.Accepted = s.Accepted with { Network = "eip155:84532" }),
        ("invalid_permit2_spender", s => s.Permit2 = s.Permit2 with { Spender = Deployments.UptoProxy }),
        .. UptoRules.Where(rule => rule.Error is not (
            "unsupported_payload_type" or "invalid_upto_evm_scheme" or "invalid_upto_evm_network_mismatch"
            or "invalid_permit2_spender" or "upto_facilitator_mismatch")),
    ];

    internal static readonly (string Error, Action<PaymentScenario> Break)[] Eip3009Rules =
    [
        ("invalid_exact_evm_scheme", s => s.Accepted = s.Accepted with { Scheme = "upto" }),
        ("invalid_exact_evm_missing_eip712_domain", s => s.Requirements = s.Requirements with { Extra = null }),
        ("invalid_exact_evm_network_mismatch", s => s.Accepted = s.Accepted with { Network = "eip155:84532" }),
        ("invalid_exact_evm_signature", s => s.Signer = PrivateKey.FromSeed("stranger")),
        ("invalid_exact_evm_recipient_mismatch", s => s.Eip3009 = s.Eip3009! with { To = Stranger }),
        ("invalid_exact_evm_payload_authorization_valid_before", s => s.Eip3009 = s.Eip3009! with { ValidBefore = Payments.Now + 5 }),
        ("invalid_exact_evm_payload_authorization_valid_after", s => s.Eip3009 = s.Eip3009! with { ValidAfter = Payments.Now + 1 }),
        ("invalid_exact_evm_authorization_value", s => s.Eip3009 = s.Eip3009! with { Value = 10001UL }),
        ("invalid_exact_evm_eip3009_not_supported", s => s.Chain = Reverting(s) with { AuthorizationIsUsed = null }),
        ("invalid_exact_evm_nonce_already_used", s => s.Chain = Reverting(s) with { AuthorizationIsUsed = s.Chain.AuthorizationIsUsed is null ? null : true }),
        ("invalid_exact_evm_token_name_mismatch", s => s.Chain = Reverting(s) with { Name = "USDC" }),
        ("invalid_exact_evm_token_version_mismatch", s => s.Chain = Reverting(s) with { Version = "1" }),
        ("invalid_exact_evm_insufficient_balance", s => s.Chain = Reverting(s) with { Balance = 9999UL }),
        ("invalid_exact_evm_transaction_simulation_failed", s => s.Chain = Reverting(s)),
    ];

    [Fact]
    public void Untouched_payments_of_every_scheme_are_valid_and_name_their_payer()
    {
        foreach (PaymentScenario scenario in new[] { PaymentScenario.Upto(), PaymentScenario.Exact(), PaymentScenario.Usdc() })
        {
            Protocol.X402.Verification outcome = scenario.Verify();

            Assert.Null(outcome.Error);
            Assert.Equal(Payments.Payer, outcome.Payer);
            Assert.True(outcome.ToResponse().IsValid);
        }
    }

    [Fact]
    public void An_upto_payment_is_refused_by_the_first_broken_rule() => AssertOrder(PaymentScenario.Upto, UptoRules);

    [Fact]
    public void An_exact_permit2_payment_is_refused_by_the_first_broken_rule() =>
        AssertOrder(PaymentScenario.Exact, ExactRules);

    [Fact]
    public void An_exact_eip3009_payment_is_refused_by_the_first_broken_rule() =>
        AssertOrder(PaymentScenario.Usdc, Eip3009Rules);

    [Fact]
    public void The_deadline_may_be_six_seconds_away_and_validity_may_begin_now()
    {
        PaymentScenario scenario = PaymentScenario.Upto();
        scenario.Permit2 = scenario.Permit2 with
        {
            Deadline = Payments.Now + 6,
            Witness = scenario.Permit2.Witness with { ValidAfter = Payments.Now },
        };

        Assert.Null(scenario.Verify().Error);
    }

    [Fact]
    public void A_payload_of_no_known_shape_is_unsupported_and_has_an_empty_payer()
    {
        PaymentScenario scenario = PaymentScenario.Upto();
        scenario.Payload = new OpaquePayload(JsonText.Parse("""{"signature":"0x"}"""));

        VerifyResponse response = scenario.Verify().ToResponse();

        Assert.Equal("unsupported_payload_type", response.InvalidReason);
        Assert.Equal(string.Empty, response.Payer);
    }

    [Fact]
    public void A_contract_wallet_with_a_strange_signature_is_judged_by_the_simulation()
    {
        PaymentScenario scenario = PaymentScenario.Upto();
        scenario.SignatureText = "0x1234";
        scenario.Chain = scenario.Chain with { PayerHasCode = true };
        Assert.Null(scenario.Verify().Error);

        scenario.Chain = Reverting(scenario);
        Assert.Equal(PaymentError.Permit2SimulationFailed, scenario.Verify().Error);
    }

    [Fact]
    public void The_compact_signature_is_refused_off_chain_though_the_contract_would_take_it()
    {
        PaymentScenario scenario = PaymentScenario.Upto();
        Hash32 digest = Protocol.Permit2.Permit2TypedData.Digest(Deployments.BaseChainId, scenario.Permit2);
        scenario.SignatureText = Hex.Encode(Secp256k1.Sign(digest, Payments.PayerKey).ToCompactArray());

        Assert.Equal(PaymentError.InvalidPermit2Signature, scenario.Verify().Error);
    }

    [Fact]
    public void A_long_signature_without_code_or_factory_is_an_undeployed_wallet()
    {
        PaymentScenario scenario = PaymentScenario.Usdc();
        scenario.SignatureText = "0x" + new string('1', 200);

        Assert.Equal(PaymentError.InvalidExactEvmPayloadUndeployedSmartWallet, scenario.Verify().Error);
    }

    [Fact]
    public void A_counterfactual_wallet_that_brings_its_factory_goes_on_to_the_simulation()
    {
        byte[] wrapped = [
            .. new AbiWriter().Address(Stranger).Bytes([1, 2, 3]).Bytes([4, 5]).ToArray(),
            .. CounterfactualSignature.Magic.ToArray(),
        ];
        PaymentScenario scenario = PaymentScenario.Usdc();
        scenario.SignatureText = Hex.Encode(wrapped);

        Assert.Null(scenario.Verify().Error);
        Assert.Equal([4, 5], CounterfactualSignature.Unwrap(scenario.SignatureText));
    }

    [Fact]
    public void Requirements_that_are_no_evm_terms_are_refused_by_name()
    {
        PaymentScenario scenario = PaymentScenario.Upto();
        scenario.Requirements = scenario.Requirements with { Amount = "a lot" };

        Assert.Equal(PaymentError.InvalidPaymentRequirements, scenario.Verify().Error);
    }

    private static ChainAnswers Reverting(PaymentScenario scenario) =>
        scenario.Chain with { Simulation = SimulationResult.Reverted("InvalidNonce") };

    private static void AssertOrder(
        Func<PaymentScenario> create, (string Error, Action<PaymentScenario> Break)[] rules)
    {
        for (int first = 0; first < rules.Length; first++)
        {
            for (int second = first; second < rules.Length; second++)
            {
                PaymentScenario scenario = create();
                rules[first].Break(scenario);
                rules[second].Break(scenario);

                Assert.Equal(rules[first].Error, scenario.Verify().Error?.Name);
            }
        }
    }
}
