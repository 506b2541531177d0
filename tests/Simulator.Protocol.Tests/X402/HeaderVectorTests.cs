using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.X402;

// Source: a PaymentRequired and a SettleResponse encoded by the reference TypeScript package's encoder.
public sealed class HeaderVectorTests
{
    private const string RequiredJson =
        """{"x402Version":2,"error":"Payment required","resource":{"url":"https://1.2.3.4/v1/chat/completions","""
        + "\"description\":\"Chat completion\","
        + "\"mimeType\":\"application/json\"},\"accepts\":[{\"scheme\":\"upto\",\"network\""
        + """:"eip155:8453","asset":"0xFbC2051AE2265686a469421b2C5A2D5462FbF5eB","amount":"100000000000000000","p"""
        + """ayTo":"0x9deEBB5D1b22e4a6e027977CeAd13893A7E4cC1a","maxTimeoutSeconds":300,"extra":{"name":"OpenGrad"""
        + """ient","version":"1","assetTransferMethod":"permit2","facilitatorAddress":"0x2B5AD5c4795c026514f8317c"""
        + """7a215E218DcCD6cF"}}]}""";

    private const string ZeroSettlementHeader =
        "eyJzdWNjZXNzIjp0cnVlLCJwYXllciI6IjB4N0U1RjQ1NTIwOTFBNjkxMjVkNURmQ2I3YjhDMjY1OTAyOTM5NUJkZiIsInRyYW5zYWN0aW9uIj"
        + "oiIiwibmV0d29yayI6ImVpcDE1NTo4NDUzIiwiYW1vdW50IjoiMCJ9";

    [Fact]
    public void A_payment_required_is_written_byte_for_byte_as_the_reference_writes_it()
    {
        PaymentRequired required = new(
            new ResourceInfo("https://1.2.3.4/v1/chat/completions", "Chat completion", "application/json"),
            [
                new PaymentRequirements(
                    "upto",
                    "eip155:8453",
                    Deployments.OpgToken.ToString(),
                    "100000000000000000",
                    Deployments.GatewayPayee.ToString(),
                    300,
                    RequirementsExtra.Permit2(
                        "OpenGradient", "1", Address.Parse("0x2B5AD5c4795c026514f8317c7a215E218DcCD6cF"))),
            ],
            "Payment required");

        string header = required.ToHeader();

        Assert.Equal(RequiredJson, required.ToJson());
        Assert.Equal(696, header.Length);
        Assert.StartsWith(
            "eyJ4NDAyVmVyc2lvbiI6MiwiZXJyb3IiOiJQYXltZW50IHJlcXVpcmVkIiwicmVzb3VyY2Ui",
            header,
            StringComparison.Ordinal);
        Assert.EndsWith("NUUyMThEY0NENmNGIn19XX0=", header, StringComparison.Ordinal);
        Assert.True(PaymentRequired.FromHeader(header).TryGet(out PaymentRequired? read));
        Assert.Equal(required, read);
    }

    [Fact]
    public void A_zero_settlement_is_written_byte_for_byte_as_the_reference_writes_it()
    {
        SettleResponse response = new(
            true, string.Empty, "eip155:8453", Payer: "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf", Amount: "0");

        Assert.Equal(ZeroSettlementHeader, response.ToHeader());
        Assert.True(SettleResponse.FromHeader(ZeroSettlementHeader).TryGet(out SettleResponse? read));
        Assert.Equal(response, read);
    }

    [Fact]
    public void A_payment_payload_reads_back_as_itself_in_both_member_orders()
    {
        PaymentPayload payload = Payments.Upto();

        Assert.True(PaymentPayload.FromHeader(payload.ToHeader()).TryGet(out PaymentPayload? read));
        Assert.Equal(payload, read);
        FacilitatorRequest request = new(payload, payload.Accepted, new UsageMetadata { SessionId = "é😀\u0001" });
        Assert.True(FacilitatorRequest.FromJson(System.Text.Encoding.UTF8.GetBytes(request.ToJson()))
            .TryGet(out FacilitatorRequest? readRequest));
        Assert.Equal(request, readRequest);
        Assert.Contains("é😀\\u0001", request.ToJson(), StringComparison.Ordinal);
    }
}
