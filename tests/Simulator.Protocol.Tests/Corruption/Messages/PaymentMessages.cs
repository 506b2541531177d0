using Simulator.Protocol.Tests.X402;
using Simulator.Protocol.Tests.X402.Verification;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Corruption.Messages;

/// <summary>Signed payments, judged as servers do: matched with an offer, then verified in full.</summary>
internal static class PaymentMessages
{
    private const string Note =
        "Matched with the server's offer, then verified step by step against its own requirements.";

    private static readonly PaymentRequirements[] Offers =
        [Payments.UptoRequirements, Payments.ExactRequirements, Payments.UsdcRequirements];

    public static IReadOnlyList<MessageType> Types { get; } =
    [
        OfJson("PaymentPayload upto", PaymentScenario.Upto()),
        OfJson("PaymentPayload exact, Permit2", PaymentScenario.Exact()),
        OfJson("PaymentPayload exact, EIP-3009", PaymentScenario.Usdc()),
        Judging.Header(
            "PAYMENT-SIGNATURE header, upto",
            Payment(PaymentScenario.Upto()),
            message => message.ToHeader(),
            message => message.ToJson(),
            PaymentPayload.FromHeader,
            payment => Refuse(PaymentScenario.Upto(), payment)) with
        {
            Note = Note,
        },
        Judging.Json(
            "FacilitatorRequest",
            new FacilitatorRequest(
                Payment(PaymentScenario.Upto()),
                Payments.UptoRequirements,
                new UsageMetadata { Model = "gpt-5" }),
            message => message.ToJson(),
            bytes => FacilitatorRequest.FromJson(bytes),
            message => Verify(PaymentScenario.Upto(), message.Payload, message.Requirements)) with
        {
            Note = "Verified against the requirements it carries itself.",
        },
    ];

    private static MessageType OfJson(string name, PaymentScenario scenario) => Judging.Json(
        name,
        Payment(scenario),
        message => message.ToJson(),
        bytes => PaymentPayload.FromJson(bytes),
        payment => Refuse(scenario, payment)) with
    {
        Note = Note,
    };

    private static PaymentPayload Payment(PaymentScenario scenario) =>
        scenario.Payment() with { Resource = new ResourceInfo("https://node.example/v1") };

    private static string? Refuse(PaymentScenario scenario, PaymentPayload payment) =>
        ResourceServer.Match(payment, Offers) is { } requirements
            ? Verify(scenario, payment, requirements)
            : ResourceServer.NoMatchError;

    private static string? Verify(
        PaymentScenario scenario, PaymentPayload payment, PaymentRequirements requirements) =>
        PaymentVerification.Verify(payment, requirements, scenario.Context, scenario.Chain).Error?.Name;
}
