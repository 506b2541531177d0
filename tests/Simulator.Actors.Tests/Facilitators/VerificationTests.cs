using System.Text;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Rpc;
using Simulator.Actors.Tests.Stages;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Tests.Facilitators;

/// <summary>POST /verify: the first broken rule of the upto order names the refusal.</summary>
public sealed class VerificationTests
{
    // In the order in which they are checked; each payment breaks its own rule and no earlier one.
    private static readonly SortedDictionary<string, Func<FacilitatorRequest>> Broken = new(StringComparer.Ordinal)
    {
        ["unsupported_payload_type"] = () => With(terms => terms with { Witness = terms.Witness with { Facilitator = null } }),
        ["invalid_upto_evm_scheme"] = () => Accepting(accepted => accepted with { Scheme = "exact" }),
        ["invalid_upto_evm_network_mismatch"] = () => Accepting(accepted => accepted with { Network = "eip155:1" }),
        ["invalid_payment_requirements"] = () => Sound() with { Requirements = Papers.Requirements() with { Asset = "OPG" } },
        ["invalid_permit2_spender"] = () => With(terms => terms with { Spender = Deployments.ExactProxy }),
        ["invalid_permit2_recipient_mismatch"] = () => With(terms => terms with { Witness = terms.Witness with { To = Papers.User } }),
        ["upto_facilitator_mismatch"] = () => With(terms => terms with { Witness = terms.Witness with { Facilitator = Papers.User } }),
        ["permit2_deadline_expired"] = () => With(terms => terms with { Deadline = (UInt256)(ulong)(Now + 5) }),
        ["permit2_not_yet_valid"] = () => With(
            terms => terms with { Witness = terms.Witness with { ValidAfter = (UInt256)(ulong)(Now + 1) } }),
        ["permit2_amount_mismatch"] = () => With(terms => terms with { Amount = UInt256.One }),
        ["permit2_token_mismatch"] = () => With(terms => terms with { Token = Deployments.UsdcBase }),
        ["invalid_permit2_signature"] = () => With(terms => terms with { Nonce = UInt256.One }),
    };

    private static long Now => Papers.Clock.StartUnixSeconds;

    public static TheoryData<string> Names() => [.. Broken.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_rule_refuses_by_its_name_and_never_asks_the_chain(string name)
    {
        Stage stage = Cast.Facilitator();

        Post(stage, Broken[name]());

        VerifyResponse response = Response(stage);
        Assert.False(response.IsValid);
        Assert.Equal(name, response.InvalidReason);
        Assert.Empty(stage.AllSent<EthCall>());
    }

    [Fact]
    public void A_sound_payment_is_simulated_from_the_facilitators_own_account_and_found_valid()
    {
        Stage stage = Cast.Facilitator();

        Post(stage, Sound());
        EthCall call = stage.Sent<EthCall>();
        stage.Deliver(new EthCallReply(call.Call, null, []), Cast.Chain);

        Assert.Equal(Papers.Facilitator, call.Sender);
        Assert.Equal(Deployments.UptoProxy, call.Contract);
        VerifyResponse response = Response(stage);
        Assert.True(response.IsValid);
        Assert.Equal(Papers.User.ToString(), response.Payer);
        Assert.Empty(stage.Timers);
    }

    [Theory]
    [InlineData(false, 0, 0, "permit2_proxy_not_deployed")]
    [InlineData(true, 99, 100, "permit2_insufficient_balance")]
    [InlineData(true, 100, 99, "permit2_allowance_required")]
    [InlineData(true, 100, 100, "permit2_simulation_failed")]
    public void A_simulated_revert_is_diagnosed_by_what_the_payer_has(bool deployed, int balancePercent, int allowedPercent, string name)
    {
        Stage stage = Cast.Facilitator();
        Post(stage, Sound());
        stage.Deliver(new EthCallReply(stage.Sent<EthCall>().Call, "InvalidNonce", []), Cast.Chain);

        ReadPayer read = stage.Sent<ReadPayer>();
        stage.Deliver(new ReadPayerReply(read.Call, Percent(balancePercent), Percent(allowedPercent), deployed), Cast.Chain);

        Assert.Equal(Papers.User, read.Payer);
        Assert.Equal(Deployments.UptoProxy, read.Proxy);
        Assert.Equal(name, Response(stage).InvalidReason);
    }

    [Fact]
    public void A_chain_that_does_not_answer_within_ten_seconds_fails_the_verification_and_its_late_answer_is_ignored()
    {
        Stage stage = Cast.Facilitator();
        Post(stage, Sound());
        EthCall call = stage.Sent<EthCall>();

        stage.Wait(SimDuration.FromSeconds(10));
        stage.Deliver(new EthCallReply(call.Call, null, []), Cast.Chain);

        Assert.Equal("unexpected_verify_error", Response(stage).InvalidReason);
    }

    [Fact]
    public void A_body_that_is_no_facilitator_request_is_an_invalid_payload()
    {
        Stage stage = Cast.Facilitator();

        stage.Deliver(new PostVerify(3, "[]"u8.ToArray()), Cast.FirstGateway);

        Assert.Equal("invalid_payload", Response(stage).InvalidReason);
    }

    [Fact]
    public void Verifications_run_side_by_side_and_answer_their_own_callers()
    {
        Stage stage = Cast.Facilitator();
        stage.Deliver(new PostVerify(1, Body(Sound())), Cast.FirstGateway);
        stage.Deliver(new PostVerify(1, Body(Sound())), Cast.SecondGateway);
        ulong[] calls = [.. stage.AllSent<EthCall>().Select(call => call.Call)];

        stage.Deliver(new EthCallReply(calls[1], null, []), Cast.Chain);
        stage.Deliver(new EthCallReply(calls[0], null, []), Cast.Chain);

        Assert.Equal(
            [Cast.SecondGateway, Cast.FirstGateway],
            stage.Told.Where(sent => sent.Message is VerifyReply).Select(sent => sent.To));
    }

    private static FacilitatorRequest Sound() => new(Papers.Pay(Papers.Challenge()), Papers.Requirements());

    private static FacilitatorRequest With(Func<Permit2Authorization, Permit2Authorization> change)
    {
        FacilitatorRequest sound = Sound();
        Permit2Payload payload = (Permit2Payload)sound.Payload.Payload;
        return sound with { Payload = sound.Payload with { Payload = payload with { Authorization = change(payload.Authorization) } } };
    }

    private static FacilitatorRequest Accepting(Func<PaymentRequirements, PaymentRequirements> change)
    {
        FacilitatorRequest sound = Sound();
        return sound with { Payload = sound.Payload with { Accepted = change(sound.Payload.Accepted) } };
    }

    private static UInt256 Percent(int share) => Papers.Maximum.BaseUnits / 100 * (UInt128)share;

    private static byte[] Body(FacilitatorRequest request) => Encoding.UTF8.GetBytes(request.ToJson());

    private static void Post(Stage stage, FacilitatorRequest request) =>
        stage.Deliver(new PostVerify(3, Body(request)), Cast.FirstGateway);

    private static VerifyResponse Response(Stage stage)
    {
        Assert.True(VerifyResponse.FromJson(stage.Sent<VerifyReply>().Body).TryGet(out VerifyResponse? response));
        return response;
    }
}
