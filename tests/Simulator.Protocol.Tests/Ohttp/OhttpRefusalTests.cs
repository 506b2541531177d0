using Simulator.Protocol.Hpke;
using Simulator.Protocol.Ohttp;
using Simulator.Protocol.Tests.Vectors;

namespace Simulator.Protocol.Tests.Ohttp;

/// <summary>What a tampered, truncated or oversized message leads to.</summary>
public sealed class OhttpRefusalTests
{
    private static readonly OhttpSample Sample = new("{\"model\": \"gpt-5\"}");

    [Fact]
    public void Truncation_is_detected_at_every_byte()
    {
        byte[] stream = Sample.Stream("data: A\n\n", new string('x', 200), "data: [DONE]\n\n");
        SortedDictionary<OhttpRefusal, int> counts = [];
        for (int length = 0; length < stream.Length; length++)
        {
            (_, OhttpRefusal refusal) = Sample.Read(stream[..length], int.Max(length, 1));
            Assert.NotEqual(OhttpRefusal.Unset, refusal);
            Count(counts, refusal);
        }

        Assert.Equal(
            [
                (OhttpRefusal.AuthenticationFailed, 14),
                (OhttpRefusal.ResponseTooShort, 32),
                (OhttpRefusal.LengthPrefixTruncated, 1),
                (OhttpRefusal.ChunkTruncated, 25 + 216 + 16),
                (OhttpRefusal.FinalChunkMissing, 3),
            ],
            counts.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(stream.Length, counts.Values.Sum());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(100_000)]
    public void A_stream_reads_the_same_in_pieces_of_any_size(int pieceLength)
    {
        string[] events =
        [
            .. Enumerable.Range(0, 40).Select(n => $"data: {new string('z', n * n)}\n\n"),
            "data: [DONE]\n\n",
        ];

        (string text, OhttpRefusal refusal) = Sample.Read(Sample.Stream(events), pieceLength);

        Assert.Equal(OhttpRefusal.Unset, refusal);
        Assert.Equal(string.Concat(events), text);
    }

    [Fact]
    public void Chunks_swapped_dropped_or_repeated_are_refused()
    {
        Sample.Decapsulate(out OhttpExchange gateway);
        OhttpChunkWriter writer = gateway.WriteChunks(OhttpSample.ResponseNonce);
        (byte[] first, byte[] second, byte[] final) = (writer.Chunk([1]), writer.Chunk([2]), writer.Final([3]));

        Assert.Equal(OhttpRefusal.AuthenticationFailed, Refusal([.. writer.Preamble, .. second, .. first, .. final]));
        Assert.Equal(OhttpRefusal.AuthenticationFailed, Refusal([.. writer.Preamble, .. first, .. final]));
        Assert.Equal(
            OhttpRefusal.AuthenticationFailed, Refusal([.. writer.Preamble, .. first, .. first, .. second, .. final]));
        Assert.Equal(OhttpRefusal.FinalChunkMissing, Refusal([.. writer.Preamble, .. first, .. second]));
        Assert.Equal(OhttpRefusal.Unset, Refusal([.. writer.Preamble, .. first, .. second, .. final]));
    }

    [Fact]
    public void A_non_final_chunk_cannot_be_passed_off_as_the_final_one()
    {
        Sample.Decapsulate(out OhttpExchange gateway);
        OhttpChunkWriter writer = gateway.WriteChunks(OhttpSample.ResponseNonce);
        byte[] first = writer.Chunk([1]);

        Assert.Equal(OhttpRefusal.AuthenticationFailed, Refusal([.. writer.Preamble, 0, .. first[1..]]));
    }

    [Theory]
    [InlineData(0, OhttpRefusal.RequestEmpty, 400)]
    [InlineData(1, OhttpRefusal.RequestTooShort, 400)]
    [InlineData(54, OhttpRefusal.RequestTooShort, 400)]
    [InlineData(55, OhttpRefusal.UnknownKeyId, 400)]
    [InlineData(OhttpRequest.LengthMax, OhttpRefusal.UnknownKeyId, 400)]
    [InlineData(OhttpRequest.LengthMax + 1, OhttpRefusal.RequestTooLarge, 413)]
    public void A_request_of_the_wrong_length_is_refused(int length, OhttpRefusal expected, int status)
    {
        Assert.False(
            OhttpRequest.TryDecapsulate(
                1, OhttpSample.Recipient, new byte[length], out _, out _, out OhttpRefusal refusal));

        Assert.Equal(expected, refusal);
        Assert.Equal(status, refusal.HttpAnswer().Status);
    }

    [Fact]
    public void The_largest_request_goes_through_and_one_byte_more_does_not()
    {
        HpkeKeyPair ephemeral = HpkeKeyPair.Derive([9]);
        byte[] largest = new byte[OhttpRequest.LengthMax - OhttpRequest.LengthMin];

        Assert.True(
            OhttpRequest.TryEncapsulate(OhttpSample.Config, ephemeral, largest, out byte[]? message, out _, out _));
        Assert.Equal(524_288, message.Length);
        Assert.True(OhttpRequest.TryDecapsulate(1, OhttpSample.Recipient, message, out _, out _, out _));
        Assert.False(OhttpRequest.TryEncapsulate(
            OhttpSample.Config, ephemeral, [.. largest, 0], out _, out _, out OhttpRefusal refusal));
        Assert.Equal(OhttpRefusal.RequestTooLarge, refusal);
    }

    [Fact]
    public void A_response_to_another_request_does_not_open()
    {
        OhttpSample other = new("{}");
        other.Decapsulate(out OhttpExchange gateway);
        HpkeKeyPair ephemeral = HpkeKeyPair.Derive([1]);
        Assert.True(
            OhttpRequest.TryEncapsulate(
                OhttpSample.Config, ephemeral, "{}"u8, out _, out OhttpExchange? client, out _));

        Assert.False(
            client.TryOpenResponse(
                gateway.SealResponse(OhttpSample.ResponseNonce, [1]), out _, out OhttpRefusal refusal));
        Assert.Equal(OhttpRefusal.AuthenticationFailed, refusal);
    }

    [Fact]
    public void Limits_on_the_whole_response_and_on_a_chunk_hold()
    {
        byte[] stream = Sample.Stream(new string('x', 500), "data: [DONE]\n\n");
        OhttpChunkReader whole = Sample.Client.ReadChunks(lengthMax: 100);
        OhttpChunkReader chunk = Sample.Client.ReadChunks(lengthMax: 100);

        Assert.False(whole.TryFeed(stream, out _));
        Assert.Equal(OhttpRefusal.ResponseTooLarge, whole.Refusal);
        Assert.False(chunk.TryFeed(stream.AsSpan(0, 40), out _));
        Assert.Equal(OhttpRefusal.ChunkTooLarge, chunk.Refusal);
        Assert.False(chunk.TryFinish(out _));
    }

    [Fact]
    public void Random_bytes_never_do_anything_but_get_refused()
    {
        for (int n = 0; n < 3000; n++)
        {
            byte[] noise = SampleBytes.Of(n, "noise", n % 300);
            Assert.False(
                OhttpRequest.TryDecapsulate(1, OhttpSample.Recipient, noise, out _, out _, out OhttpRefusal refusal));
            Assert.NotEqual(OhttpRefusal.Unset, refusal);
            Assert.NotEqual(OhttpRefusal.Unset, Sample.Read(noise, 13).Refusal);
        }
    }

    private static OhttpRefusal Refusal(byte[] stream) => Sample.Read(stream, stream.Length).Refusal;

    private static void Count(SortedDictionary<OhttpRefusal, int> counts, OhttpRefusal refusal) =>
        counts[refusal] = counts.GetValueOrDefault(refusal) + 1;
}
