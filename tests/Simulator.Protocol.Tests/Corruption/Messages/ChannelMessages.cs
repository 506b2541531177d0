using Simulator.Protocol.Channels;
using Simulator.Protocol.Tests.Channels;
using Simulator.Protocol.Tests.X402;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Corruption.Messages;

/// <summary>Payments of the scheme batch-settlement, each verified in full.</summary>
internal static class ChannelMessages
{
    public static IReadOnlyList<MessageType> Types { get; } =
    [
        Of("PaymentPayload batch-settlement, voucher", new ChannelScenario()),
        Of("PaymentPayload batch-settlement, refund", new ChannelScenario { Kind = "refund" }),
        Of("PaymentPayload batch-settlement, deposit by EIP-3009", new ChannelScenario { Kind = "deposit" }),
        Of(
            "PaymentPayload batch-settlement, deposit by Permit2",
            new ChannelScenario
            {
                Kind = "deposit",
                UsesPermit2 = true,
                Requirements = new ChannelScenario().Requirements with
                {
                    Extra = JsonText.Parse(
                        $$"""
                        {"receiverAuthorizer":"{{Payments.Facilitator}}","assetTransferMethod":"permit2"}
                        """),
                },
            }),
    ];

    private static MessageType Of(string name, ChannelScenario scenario) => Judging.Json(
        name,
        scenario.Payment(),
        message => message.ToJson(),
        bytes => PaymentPayload.FromJson(bytes),
        payment => ResourceServer.Match(payment, [scenario.Requirements]) is { } requirements
            ? ChannelVerification.Verify(
                payment,
                requirements,
                new VerificationContext(Payments.Now, [Payments.Facilitator]),
                scenario).Error?.Name
            : ResourceServer.NoMatchError);
}
