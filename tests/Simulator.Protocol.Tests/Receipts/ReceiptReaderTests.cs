using System.Text;

using Simulator.Protocol.Receipts;
using Simulator.Protocol.Tests.Vectors;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Receipts;

public sealed class ReceiptReaderTests
{
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
}
