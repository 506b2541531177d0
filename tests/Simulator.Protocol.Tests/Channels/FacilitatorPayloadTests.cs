using System.Text;
using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Channels;

/// <summary>What a server sends to the facilitator about channels: protocol facts §3.2, payloads.</summary>
public sealed class FacilitatorPayloadTests
{
    private static readonly ChannelScenario Scenario = new();

    private static readonly string Config = $$"""
        {"payer":"{{Scenario.Config.Payer}}","payerAuthorizer":"{{Scenario.Config.PayerAuthorizer}}",
        "receiver":"{{Scenario.Config.Receiver}}","receiverAuthorizer":"{{Scenario.Config.ReceiverAuthorizer}}",
        "token":"{{Scenario.Config.Token}}","withdrawDelay":900,"salt":"{{Scenario.Config.Salt}}"}
        """.ReplaceLineEndings("");

    private static readonly string Claims = $$$"""
        [{"voucher":{"channel":{{{Config}}},"maxClaimableAmount":"1700"},
        "signature":"0xabcd","totalClaimed":"1500"}]
        """.ReplaceLineEndings("");

    [Fact]
    public void A_claim_lists_vouchers_and_what_is_taken_of_each()
    {
        string json = $$"""{"type":"claim","claims":{{Claims}},"claimAuthorizerSignature":"0x01"}""";

        ClaimPayload claim = Assert.IsType<ClaimPayload>(Read(json));

        VoucherClaim row = Assert.Single(claim.Claims);
        Assert.Equal(Scenario.Config, row.Config);
        Assert.Equal(((UInt128)1700, (UInt128)1500), (row.MaxClaimableAmount, row.TotalClaimed));
        Assert.Equal([0xab, 0xcd], row.Signature);
        Assert.Equal("0x01", claim.ClaimAuthorizerSignature);
        Assert.Contains(json, Written(claim), StringComparison.Ordinal);
    }

    [Fact]
    public void A_settlement_names_receiver_and_token()
    {
        SettlePayload settle = new(Deployments.GatewayPayee, Deployments.UsdcBase);

        Assert.Equal(settle, Read($$"""
            {"type":"settle","receiver":"{{settle.Receiver}}","token":"{{settle.Token}}"}
            """));
        Assert.Equal(settle, Read(settle));
    }

    [Fact]
    public void A_refund_goes_on_with_nonce_claims_and_the_authorizers_signatures()
    {
        string json = $$$"""
            {"type":"refund","channelConfig":{{{Config}}},
            "voucher":{"channelId":"{{{Hash32.Zero}}}","maxClaimableAmount":"1700","signature":"0x02"},
            "amount":"8300","refundNonce":"3","claims":{{{Claims}}},
            "refundAuthorizerSignature":"0x03","claimAuthorizerSignature":"0x04"}
            """.ReplaceLineEndings("");

        RefundPayload refund = Assert.IsType<RefundPayload>(Read(json));

        RefundOrder order = Assert.IsType<RefundOrder>(refund.Order);
        Assert.Equal((UInt256)3UL, order.RefundNonce);
        Assert.Equal(("0x03", "0x04"), (order.RefundAuthorizerSignature, order.ClaimAuthorizerSignature));
        Assert.Single(order.Claims);
        Assert.Contains(json, Written(refund), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clients_refund_has_no_order() => Assert.Null(Assert.IsType<RefundPayload>(Read(
        $$$"""
        {"type":"refund","channelConfig":{{{Config}}},
         "voucher":{"channelId":"{{{Hash32.Zero}}}","maxClaimableAmount":"1700","signature":"0x02"}}
        """)).Order);

    [Theory]
    [InlineData("""{"type":"claim"}""")]
    [InlineData("""{"type":"claim","claims":[]}""")]
    [InlineData("""{"type":"claim","claims":[{}]}""")]
    [InlineData("""{"type":"settle","receiver":"0x00"}""")]
    [InlineData("""{"type":"other"}""")]
    public void Anything_else_is_left_as_a_payload_that_no_scheme_reads(string json) =>
        Assert.IsType<OpaquePayload>(Read(json));

    private static SchemePayload Read(string payload)
    {
        PaymentPayload template = new(new OpaquePayload(JsonText.Parse(payload)), Scenario.Requirements);
        return Read(template);
    }

    private static SchemePayload Read(SchemePayload payload) => Read(new PaymentPayload(payload, Scenario.Requirements));

    private static SchemePayload Read(PaymentPayload payment)
    {
        byte[] request = Encoding.UTF8.GetBytes(new FacilitatorRequest(payment, Scenario.Requirements).ToJson());
        Assert.True(FacilitatorRequest.FromJson(request).TryGet(out FacilitatorRequest? read));
        return read.Payload.Payload;
    }

    private static string Written(SchemePayload payload) =>
        new FacilitatorRequest(new PaymentPayload(payload, Scenario.Requirements), Scenario.Requirements).ToJson();
}
