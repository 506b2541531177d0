using System.Text;

using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tests.X402;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Corruption.Messages;

/// <summary>Messages of x402 that nobody signs.</summary>
internal static class X402Messages
{
    private const string Network = "eip155:8453";

    private static readonly PaymentRequired Required = new(
        new ResourceInfo("https://node.example/v1", "Chat completion", "application/json"),
        [Payments.UptoRequirements, Payments.UsdcRequirements],
        "Payment required",
        JsonText.Parse("""{"bazaar":{"info":1}}"""));

    private static readonly SettleResponse Settled = new(
        true,
        Keccak256.HashText("transaction").ToString(),
        Network,
        "none",
        "settled",
        Payments.Payer.ToString(),
        "30000",
        JsonText.Parse("""{"note":"x"}"""),
        JsonText.Parse("""{"session":"s"}"""));

    private static readonly VerifyResponse Verified = new(
        false,
        "permit2_amount_mismatch",
        "too little",
        Payments.Payer.ToString(),
        JsonText.Parse("""{"note":"x"}"""),
        JsonText.Parse("""{"session":"s"}"""));

    private static readonly SupportedResponse Supported = new(
        [
            new SupportedKind("upto", Network, JsonText.Parse("""{"name":"OpenGradient"}""")),
            new SupportedKind("exact", Network),
        ],
        ["eip2612GasSponsoring"],
        [new SupportedSigners("eip155:*", [Payments.Facilitator.ToString()])]);

    public static IReadOnlyList<MessageType> Types { get; } =
    [
        Judging.Json(
            "PaymentRequired",
            Required,
            message => message.ToJson(),
            bytes => PaymentRequired.FromJson(bytes)),
        Judging.Header(
            "PAYMENT-REQUIRED header",
            new PaymentRequired(new ResourceInfo("https://node/v1"), [Payments.UptoRequirements]),
            message => message.ToHeader(),
            message => message.ToJson(),
            PaymentRequired.FromHeader),
        Judging.Json(
            "VerifyResponse", Verified, message => message.ToJson(), bytes => VerifyResponse.FromJson(bytes)),
        Judging.Json(
            "SettleResponse", Settled, message => message.ToJson(), bytes => SettleResponse.FromJson(bytes)),
        Judging.Header(
            "PAYMENT-RESPONSE header",
            Settled,
            message => message.ToHeader(),
            message => message.ToJson(),
            SettleResponse.FromHeader),
        Judging.Json(
            "SupportedResponse",
            Supported,
            message => message.ToJson(),
            bytes => SupportedResponse.FromJson(bytes)),
        new MessageType("Settlement-Overrides header", """{"amount":"12.5%"}"""u8.ToArray(), JudgeOverride)
        {
            Note = "Judged by the amount it resolves to, of a full amount of 10^17.",
        },
    ];

    private static Fate JudgeOverride(byte[] bytes)
    {
        Parsed<string> parsed = SettlementOverride.FromHeader(Encoding.Latin1.GetString(bytes));
        if (!parsed.TryGet(out string? text))
        {
            return Fate.Refused(parsed.Refusal.Problem);
        }

        UInt256 full = 100_000_000_000_000_000UL;
        return !SettlementOverride.TryResolve(text, full, SettlementOverride.DefaultDecimals, out UInt256 amount)
            ? Fate.Refused("AmountUnresolvable")
            : Fate.Accepted(amount == 12_500_000_000_000_000UL ? null : "amount");
    }
}
