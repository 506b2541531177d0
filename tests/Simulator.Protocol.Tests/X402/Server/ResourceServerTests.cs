using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.X402.Server;

public sealed class ResourceServerTests
{
    private static readonly PaymentRequired Offer =
        new(new ResourceInfo("https://node/v1"), [Payments.UptoRequirements]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("e30=")]
    public void A_missing_or_unreadable_payment_is_answered_with_the_offer(string? header)
    {
        PaymentJudgement.Refuse refusal =
            Assert.IsType<PaymentJudgement.Refuse>(ResourceServer.Judge(header, Offer));

        AssertUnpaid(refusal.Reply, "Payment required");
    }

    [Fact]
    public void Only_scheme_network_amount_asset_and_recipient_must_match_and_the_servers_own_entry_is_verified()
    {
        PaymentRequirements echoed = Payments.UptoRequirements with { MaxTimeoutSeconds = 1, Extra = null };
        PaymentPayload payment = Payments.Upto() with { Accepted = echoed };

        PaymentJudgement.Verify verify =
            Assert.IsType<PaymentJudgement.Verify>(ResourceServer.Judge(payment.ToHeader(), Offer));

        Assert.Equal(Payments.UptoRequirements, verify.Requirements);
        Assert.Equal(payment, verify.Payment);
    }

    [Fact]
    public void A_payment_that_differs_in_one_of_the_five_members_matches_nothing()
    {
        PaymentRequirements[] others =
        [
            Payments.UptoRequirements with { Scheme = "exact" },
            Payments.UptoRequirements with { Network = "eip155:1" },
            Payments.UptoRequirements with { Amount = "1" },
            Payments.UptoRequirements with { Asset = Payments.UptoRequirements.PayTo },
            Payments.UptoRequirements with { PayTo = Payments.UptoRequirements.Asset },
        ];
        foreach (PaymentRequirements other in others)
        {
            PaymentPayload payment = Payments.Upto() with { Accepted = other };

            PaymentJudgement.Refuse refusal =
                Assert.IsType<PaymentJudgement.Refuse>(ResourceServer.Judge(payment.ToHeader(), Offer));

            AssertUnpaid(refusal.Reply, "No matching payment requirements");
        }
    }

    [Fact]
    public void A_missing_allowance_is_a_402_here_never_a_412()
    {
        HttpReply reply = ResourceServer.Unpaid(Offer, PaymentError.Permit2AllowanceRequired.Name);

        AssertUnpaid(reply, "permit2_allowance_required");
    }

    [Fact]
    public void A_failed_settlement_is_a_402_with_the_response_in_its_header()
    {
        SettleResponse failed = new(false, string.Empty, "eip155:8453", "permit2_invalid_nonce");

        HttpReply reply = ResourceServer.SettlementFailed(failed);

        Assert.Equal(402, reply.Status);
        Assert.Equal("{}", reply.Body);
        Assert.True(SettleResponse.FromHeader(reply.Header("payment-response")!).TryGet(out SettleResponse? read));
        Assert.Equal(failed, read);
    }

    [Fact]
    public void Failures_outside_the_payment_have_their_own_statuses()
    {
        Assert.Equal(502, ResourceServer.FacilitatorUnreadable("x").Status);
        Assert.Equal("""{"error":"Failed to process request"}""", ResourceServer.PriceUnresolved().Body);
        Assert.Equal(500, ResourceServer.PriceUnresolved().Status);
        Assert.Equal(403, ResourceServer.Forbidden("no").Status);
    }

    private static void AssertUnpaid(HttpReply reply, string error)
    {
        Assert.Equal(402, reply.Status);
        Assert.Equal("{}", reply.Body);
        Assert.True(PaymentRequired.FromHeader(reply.Header("Payment-Required")!).TryGet(out PaymentRequired? offer));
        Assert.Equal(Offer with { Error = error }, offer);
    }
}
