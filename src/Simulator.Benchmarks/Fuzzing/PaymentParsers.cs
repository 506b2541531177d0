using System.Text;
using Simulator.Benchmarks.Samples;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Benchmarks.Fuzzing;

/// <summary>x402: headers, JSON bodies, payloads of every scheme, extensions, overrides.</summary>
internal static class PaymentParsers
{
    private static readonly PaymentRequired Offer = new(
        new ResourceInfo("https://node/v1"),
        [SamplePayments.UptoRequirements, SamplePayments.ExactRequirements, SamplePayments.UsdcRequirements]);

    private static readonly PaymentPayload[] Payments =
    [
        SamplePayments.Upto, SamplePayments.Exact, SamplePayments.Usdc, SamplePayments.Sponsored,
        SamplePayments.SponsoredByPermit,
    ];

    private static readonly SettleResponse Settled = new(
        true, Keccak256.HashText("t").ToString(), "eip155:8453", Payer: SamplePayments.Payer.ToString());

    public static IEnumerable<FuzzedParser> All { get; } =
    [
        new("x402 payment header", input => Judge(Latin1(input)), [.. Payments.Select(payment => Latin1(payment.ToHeader()))]),
        new("x402 payment body", Payment, [.. Payments.Select(payment => Utf8(payment.ToJson()))]),
        new("x402 channel payment body", Payment, [.. SampleChannels.All.Select(payment => Utf8(payment.ToJson()))]),
        new(
            "x402 payment required header",
            input => Name(PaymentRequired.FromHeader(Latin1(input)), read => read.ToHeader()),
            [Latin1(Offer.ToHeader())]),
        new(
            "x402 payment required body",
            input => Name(PaymentRequired.FromJson(input), read => read.ToJson()),
            [Utf8(Offer.ToJson())]),
        new(
            "x402 facilitator request body",
            input => Name(FacilitatorRequest.FromJson(input), read => read.ToJson()),
            [
                .. Payments.Select(payment => Utf8(new FacilitatorRequest(payment, payment.Accepted).ToJson())),
                .. SampleChannels.All.Select(payment => Utf8(new FacilitatorRequest(payment, payment.Accepted).ToJson())),
            ]),
        new(
            "x402 verify response body",
            input => Name(VerifyResponse.FromJson(input), read => read.ToJson()),
            [
                """{"isValid":true,"payer":"0x2B5AD5c4795c026514f8317c7a215E218DcCD6cF"}"""u8.ToArray(),
                """{"isValid":false,"invalidReason":"invalid_upto_evm_scheme","invalidMessage":"m"}"""u8.ToArray(),
            ]),
        new(
            "x402 settle response header",
            input => Name(SettleResponse.FromHeader(Latin1(input)), read => read.ToHeader()),
            [Latin1(Settled.ToHeader())]),
        new(
            "x402 settle response body",
            input => Name(SettleResponse.FromJson(input), read => read.ToJson()),
            [Utf8(Settled.ToJson())]),
        new(
            "x402 supported body",
            input => Name(SupportedResponse.FromJson(input), read => read.ToJson()),
            [Utf8(new SupportedResponse(
                [new SupportedKind("upto", "eip155:8453")], ["x"], [new SupportedSigners("eip155:*", ["0x1"])]).ToJson())]),
        new(
            "x402 settlement override header",
            input => Name(SettlementOverride.FromHeader(Latin1(input)), text => text),
            ["""{"amount":"50%"}"""u8.ToArray(), """{"amount":"$0.01"}"""u8.ToArray()]),
        new("x402 settlement override amount", Amount, ["50.25%"u8.ToArray(), "$1.005"u8.ToArray(), "12345"u8.ToArray()]),
    ];

    private static string? Payment(byte[] input) => Name(PaymentPayload.FromJson(input), payment =>
    {
        _ = Eip2612Sponsoring.Find(payment)?.Check(
            SamplePayments.Payer, Deployments.OpgToken, SamplePayments.Now, out _);
        _ = Erc20ApprovalSponsoring.Find(payment)?.Check(SamplePayments.Payer, Deployments.OpgToken, out _);
        _ = PaymentVerification.Verify(
            payment, SamplePayments.UptoRequirements, SamplePayments.Context, SamplePayments.Chain);
        return payment.ToJson();
    });

    private static string? Judge(string header) =>
        ResourceServer.Judge(header, Offer) is PaymentJudgement.Verify
            ? null
            : PaymentPayload.FromHeader(header).TryGet(out _) ? "NoMatch" : Name(PaymentPayload.FromHeader(header), _ => "");

    private static string? Amount(byte[] input) =>
        SettlementOverride.TryResolve(Latin1(input), UInt256.MaxValue, 18, out UInt256 amount)
            ? Use(amount.ToString())
            : FuzzedParser.Malformed;

    private static string? Name<T>(Parsed<T> parsed, Func<T, string> use)
        where T : class =>
        parsed.TryGet(out T? read) ? Use(use(read)) : parsed.Refusal.Problem.ToString();

    private static string? Use(string text) => text.Length < 0 ? text : null;

    private static string Latin1(byte[] input) => Encoding.Latin1.GetString(input);

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
