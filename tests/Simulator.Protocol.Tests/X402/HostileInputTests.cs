using System.Text;

using Simulator.Primitives;
using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tests.Channels;
using Simulator.Protocol.Tests.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.X402;

/// <summary>No parser answers hostile bytes with anything but its typed refusal.</summary>
public sealed class HostileInputTests
{
    private const int Inputs = 5_000;

    private static readonly DrawPurpose Purpose = new("hostile input");

    [Fact]
    public void Json_readers_survive_mutated_and_random_bytes()
    {
        byte[][] seeds =
        [
            Encoding.UTF8.GetBytes(Payments.Upto().ToJson()),
            Encoding.UTF8.GetBytes(Payments.Usdc().ToJson()),
            Encoding.UTF8.GetBytes(new ChannelScenario { Kind = "deposit" }.Payment().ToJson()),
            Encoding.UTF8.GetBytes(new PaymentRequired(new ResourceInfo("u"), [Payments.UptoRequirements]).ToJson()),
            Encoding.UTF8.GetBytes(new FacilitatorRequest(Payments.Exact(), Payments.ExactRequirements).ToJson()),
            Encoding.UTF8.GetBytes(new SupportedResponse(
                [new SupportedKind("upto", "eip155:8453")], ["x"], [new SupportedSigners("eip155:*", ["0x1"])]).ToJson()),
        ];
        Hammer(seeds, bytes =>
        {
            _ = PaymentPayload.FromJson(bytes).TryGet(out _);
            _ = PaymentRequired.FromJson(bytes).TryGet(out _);
            _ = FacilitatorRequest.FromJson(bytes).TryGet(out _);
            _ = SupportedResponse.FromJson(bytes).TryGet(out _);
            _ = VerifyResponse.FromJson(bytes).TryGet(out _);
            _ = SettleResponse.FromJson(bytes).TryGet(out _);
        });
    }

    [Fact]
    public void Header_readers_survive_mutated_and_random_texts()
    {
        byte[][] seeds = [Encoding.ASCII.GetBytes(Payments.Upto().ToHeader()), Encoding.ASCII.GetBytes("50%")];
        Hammer(seeds, bytes =>
        {
            string text = Encoding.Latin1.GetString(bytes);
            _ = PaymentPayload.FromHeader(text).TryGet(out _);
            _ = PaymentRequired.FromHeader(text).TryGet(out _);
            _ = SettleResponse.FromHeader(text).TryGet(out _);
            _ = SettlementOverride.FromHeader(text).TryGet(out _);
            _ = SettlementOverride.TryResolve(text, UInt256.MaxValue, 18, out _);
            _ = UInt256.TryParse(text, out _);
            _ = Address.TryParse(text, out _);
            _ = Hash32.TryParse(text, out _);
            _ = EthereumSignature.TryParse(text, out _);
        });
    }

    [Fact]
    public void Binary_readers_survive_mutated_and_random_bytes()
    {
        byte[][] seeds =
        [
            .. ContractCallTests.Calls.Select(call => call.Encode()),
            .. Eip1559TransactionTests.Transactions.Select(transaction => transaction.Sign(Payments.PayerKey).Encode()),
            new ChannelClaimCall(
                Deployments.BatchSettlement,
                [new VoucherClaim(new ChannelScenario().Config, 1, [1, 2], 1)],
                [3]).Encode(),
        ];
        Hammer(seeds, bytes =>
        {
            _ = ContractCalls.TryDecode(Deployments.OpgToken, bytes, out _);
            _ = SignedTransaction.TryDecode(bytes, out _);
            _ = EthereumSignature.TryParse(bytes.AsSpan(), out _);
            _ = CounterfactualSignature.Unwrap(Hex.Encode(bytes));
        });
    }

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udfff":1}""")]
    public void A_lone_surrogate_is_not_text(string json) =>
        Assert.Equal(ParseProblem.NotUtf8, Refusal(Encoding.UTF8.GetBytes(
            Payments.Upto().ToJson().Replace("\"resource\"", "\"x\"", StringComparison.Ordinal)[..^1]
            + ",\"extensions\":" + json + "}")).Problem);

    [Fact]
    public void A_channel_with_a_negative_withdrawal_delay_is_a_payload_of_no_known_scheme()
    {
        string json = new ChannelScenario().Payment().ToJson()
            .Replace("\"withdrawDelay\":900,\"salt\"", "\"withdrawDelay\":-1,\"salt\"", StringComparison.Ordinal);

        Assert.True(PaymentPayload.FromJson(Encoding.UTF8.GetBytes(json)).TryGet(out PaymentPayload? payment));
        Assert.IsType<OpaquePayload>(payment.Payload);
    }

    [Fact]
    public void Nesting_size_duplicates_and_encoding_are_refused_by_name()
    {
        byte[] deep = Encoding.UTF8.GetBytes(new string('[', 100) + new string(']', 100));
        Assert.Equal(ParseProblem.NotJson, Refusal(deep).Problem);
        Assert.Equal(ParseProblem.TooLong, Refusal(new byte[JsonLimits.BodyBytes + 1]).Problem);
        Assert.Equal(ParseProblem.NotUtf8, Refusal([0x22, 0xFF, 0x22]).Problem);
        Assert.Equal(ParseProblem.NotJson, Refusal("""{"x402Version":2,"x402Version":2}"""u8.ToArray()).Problem);
        Assert.Equal(new ParseRefusal(ParseProblem.Missing, "payload"), Refusal("""{"x402Version":2}"""u8.ToArray()));
        Assert.Equal(
            new ParseRefusal(ParseProblem.WrongType, "x402Version"), Refusal("""{"x402Version":"2"}"""u8.ToArray()));
        Assert.Equal(
            new ParseRefusal(ParseProblem.OutOfRange, "x402Version"), Refusal("""{"x402Version":0}"""u8.ToArray()));
        Assert.False(PaymentPayload.FromHeader(new string('A', JsonLimits.HeaderCharacters + 1)).TryGet(out _));
    }

    private static ParseRefusal Refusal(byte[] json)
    {
        Parsed<PaymentPayload> parsed = PaymentPayload.FromJson(json);
        Assert.False(parsed.TryGet(out _));
        return parsed.Refusal;
    }

    private static void Hammer(byte[][] seeds, Action<byte[]> read)
    {
        KeyedRandom random = new(402, 0, "hostile");
        for (ulong i = 0; i < Inputs; i++)
        {
            byte[] input = [.. seeds[i % (ulong)seeds.Length]];
            ulong changes = 1 + (ulong)random.Draw(Purpose, i).Below(4);
            for (ulong change = 1; change <= changes; change++)
            {
                long position = random.Draw(Purpose, i, 2 * change).Below(input.Length);
                input[position] = (byte)random.Draw(Purpose, i, (2 * change) + 1).Below(256);
            }

            read(i % 5 == 0 ? input[..(int)(i % (ulong)input.Length)] : input);
        }
    }
}
