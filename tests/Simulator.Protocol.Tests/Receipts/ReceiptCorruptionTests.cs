using System.Text;
using System.Text.Json;

using Simulator.Protocol.Receipts;
using Simulator.Protocol.Tests.Vectors;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Receipts;

public sealed class ReceiptCorruptionTests
{
    /// <summary>What a receipt states without proof. A change here leaves every link whole.</summary>
    /// <remarks>Of asset, payTo, facilitatorAddress and the payer's signature only the letters' case is free.</remarks>
    private static readonly string[] NotAuthenticated =
    [
        "evidence.transaction.block.hash",
        "evidence.transaction.block.number",
        "evidence.transaction.block.time",
        "id",
        "model.blobId",
        "model.repository",
        "model.version",
        "payment.cost",
        "payment.payload.signature",
        "payment.requirements.asset",
        "payment.requirements.extra.assetTransferMethod",
        "payment.requirements.extra.facilitatorAddress",
        "payment.requirements.extra.name",
        "payment.requirements.extra.version",
        "payment.requirements.maxTimeoutSeconds",
        "payment.requirements.payTo",
        "payment.settlement.transaction.block.hash",
        "payment.settlement.transaction.block.number",
        "payment.settlement.transaction.block.time",
        "payment.verify.at",
        "payout.transfers[0].cause",
        "payout.transfers[0].from",
        "payout.transfers[0].to",
        "payout.transfers[1].cause",
        "payout.transfers[1].from",
        "payout.transfers[1].to",
        "payout.transfers[2].cause",
        "payout.transfers[2].from",
        "payout.transfers[2].to",
        "verification.mode",
        "verification.verifier",
    ];

    /// <summary>
    /// Each of the eight bits of every byte. The attestation document is left out here: every byte of it is corrupted
    /// in the tests of attestation documents.
    /// </summary>
    [Fact]
    public void Every_corrupted_byte_is_refused_or_breaks_a_link_or_is_a_statement_of_the_table()
    {
        Receipt receipt = ReceiptSample.Batch with { Node = ReceiptSample.Batch.Node with { Attestation = null } };
        byte[] json = receipt.ToJson();
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        SortedSet<string> unauthenticated = new(StringComparer.Ordinal);
        foreach (byte[] corrupted in Corruptions(json))
        {
            string fate = Fate(json, corrupted, unauthenticated);
            counts[fate] = counts.GetValueOrDefault(fate) + 1;
        }

        Assert.Equal(string.Join("\n", NotAuthenticated), string.Join("\n", unauthenticated));
        Assert.Equal(8 * json.Length, counts.Values.Sum());
        Assert.Equal(
            [
                ("broken:Answer", 2191),
                ("broken:Authorization", 2652),
                ("broken:Evidence", 3189),
                ("broken:Model", 93),
                ("broken:Node", 2182),
                ("broken:Payout", 255),
                ("broken:Request", 588),
                ("broken:Settlement", 3992),
                ("broken:Verification", 164),
                ("not-authenticated", 2268),
                ("refused:Missing", 3231),
                ("refused:NotJson", 7895),
                ("refused:NotUtf8", 5861),
                ("refused:OutOfRange", 11396),
                ("same-meaning", 779),
            ],
            counts.Select(pair => (pair.Key, pair.Value)));
    }

    [Theory]
    [InlineData("\"id\":\"req-000042\"", "\"id\":\"\"", "OutOfRange: id")]
    [InlineData("\"id\":\"req-000042\"", "\"name\":\"req-000042\"", "Missing: id")]
    [InlineData("\"id\":\"req-000042\"", "\"id\":42", "WrongType: id")]
    [InlineData("\"id\":\"req-000042\"", "\"id\":\"req-000042\",\"note\":1", "OutOfRange: note")]
    [InlineData("\"mode\":", "\"note\":{},\"mode\":", "OutOfRange: verification.note")]
    [InlineData("opgsim-receipt-v1", "opgsim-receipt-v2", "OutOfRange: format")]
    [InlineData("\"signatures\":\"real\"", "\"signatures\":\"none\"", "OutOfRange: signatures")]
    [InlineData("\"type\":\"batch\"", "\"type\":\"bunch\"", "OutOfRange: evidence.type")]
    [InlineData("\"size\":8", "\"size\":8.0", "OutOfRange: evidence.size")]
    [InlineData("\"size\":8", "\"size\":-8", "OutOfRange: evidence.size")]
    [InlineData("\"cost\":\"1", "\"cost\":\"01", "OutOfRange: payment.cost")]
    [InlineData("\"blobId\":\"", "\"blobId\":\"A", "OutOfRange: model.blobId")]
    [InlineData("\"result\":\"accepted\"", "\"result\":\"maybe\"", "OutOfRange: verification.result")]
    [InlineData("\"output\":\"", "\"output\":\"\\ud83d", "NotUtf8")]
    [InlineData("\"output\":\"", "\"output\":\"\n", "NotJson")]
    [InlineData("\"output\":\"", "\"output\":\"\",\"output\":\"", "NotJson")]
    public void A_receipt_of_another_shape_is_refused_by_name(string find, string put, string expected)
    {
        string json = Encoding.UTF8.GetString(ReceiptSample.Batch.ToJson());
        int at = json.IndexOf(find, StringComparison.Ordinal);

        Parsed<Receipt> parsed = Receipt.Read(Encoding.UTF8.GetBytes(json[..at] + put + json[(at + find.Length)..]));

        Assert.False(parsed.TryGet(out _));
        Assert.Equal(expected, parsed.Refusal.ToString());
    }

    [Fact]
    public void Size_nesting_and_encoding_are_limited()
    {
        Assert.Equal(ParseProblem.TooLong, Receipt.Read(new byte[(2 * 1024 * 1024) + 1]).Refusal.Problem);
        Assert.Equal(
            ParseProblem.NotJson, Receipt.Read(Encoding.ASCII.GetBytes(new string('[', 1000))).Refusal.Problem);
        Assert.Equal(ParseProblem.NotUtf8, Receipt.Read(new byte[] { (byte)'"', 0xff, (byte)'"' }).Refusal.Problem);
        Assert.Equal(ParseProblem.NotJson, Receipt.Read(ReadOnlyMemory<byte>.Empty).Refusal.Problem);
        Assert.Equal(ParseProblem.WrongType, Receipt.Read("[]"u8.ToArray()).Refusal.Problem);
    }

    [Fact]
    public void Receipts_mutated_at_random_are_refused_or_checked_and_never_throw()
    {
        byte[][] originals = [
            ReceiptSample.Batch.ToJson(), ReceiptSample.Individual.ToJson(), ReceiptSample.Bare.ToJson()];
        int refused = 0;
        for (int n = 0; n < 6000; n++)
        {
            byte[] mutated = [.. originals[n % originals.Length]];
            byte[] changes = SampleBytes.Of(n, "receipt mutation", 3 * (1 + (n % 8)));
            foreach (byte[] change in changes.Chunk(3))
            {
                mutated[((change[0] << 8) | change[1]) % mutated.Length] = (byte)(' ' + (change[2] % 95));
            }

            Parsed<Receipt> parsed = Receipt.Read(
                mutated.AsMemory(0, n % 5 == 0 ? n % mutated.Length : mutated.Length));
            refused += parsed.TryGet(out Receipt? receipt) ? 0 : 1;
            Assert.True(receipt is null || ReceiptVerifier.Account(receipt, ReceiptVerifier.Check(receipt)).Length > 0);
        }

        Assert.InRange(refused, 1, 5999);
    }

    private static IEnumerable<byte[]> Corruptions(byte[] json)
    {
        for (int position = 0; position < json.Length; position++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                byte[] corrupted = [.. json];
                corrupted[position] ^= (byte)(1 << bit);
                yield return corrupted;
            }
        }
    }

    private static string Fate(byte[] json, byte[] corrupted, SortedSet<string> unauthenticated)
    {
        Parsed<Receipt> parsed = Receipt.Read(corrupted);
        if (!parsed.TryGet(out Receipt? receipt))
        {
            return $"refused:{parsed.Refusal.Problem}";
        }

        if (receipt.ToJson().AsSpan().SequenceEqual(json))
        {
            return "same-meaning";
        }

        if (ReceiptVerifier.FirstBroken(ReceiptVerifier.Check(receipt)) is { } broken)
        {
            return $"broken:{broken.Link}";
        }

        unauthenticated.Add(
            FirstDifference(JsonDocument.Parse(json).RootElement, JsonDocument.Parse(corrupted).RootElement, ""));
        return "not-authenticated";
    }

    private static string FirstDifference(JsonElement left, JsonElement right, string path)
    {
        IEnumerable<string> found = left.ValueKind switch
        {
            JsonValueKind.Object => left.EnumerateObject().Zip(right.EnumerateObject())
                .Where(pair => !pair.First.NameEquals(pair.Second.Name)
                    || pair.First.Value.GetRawText() != pair.Second.Value.GetRawText())
                .Select(pair => pair.First.NameEquals(pair.Second.Name)
                    ? FirstDifference(pair.First.Value, pair.Second.Value, $"{path}.{pair.First.Name}")
                    : $"{path}.{pair.First.Name}"),
            JsonValueKind.Array => left.EnumerateArray().Zip(right.EnumerateArray())
                .Select((pair, index) => (pair.First, pair.Second, index))
                .Where(pair => pair.First.GetRawText() != pair.Second.GetRawText())
                .Select(pair => FirstDifference(pair.First, pair.Second, $"{path}[{pair.index}]")),
            _ => [path],
        };
        return found.First().TrimStart('.');
    }
}
