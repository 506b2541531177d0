using System.Text;
using System.Text.Json;

using Simulator.Protocol.Hpke;
using Simulator.Protocol.Ohttp;
using Simulator.Protocol.Tests.Vectors;

namespace Simulator.Protocol.Tests.Ohttp;

/// <summary>The vectors of ohttp.json, byte for byte.</summary>
public sealed class OhttpVectorTests
{
    private static readonly JsonElement Published = Vector.Read("ohttp.json");

    [Fact]
    public void The_request_and_every_secret_behind_it_are_as_computed_elsewhere()
    {
        OhttpSample sample = new(Published.Text("plaintext"));
        Assert.True(HpkeContext.TrySetupRecipient(
            Bytes("enc"), Bytes("info"), OhttpSample.Recipient, out HpkeContext? context));

        Assert.Equal(Bytes("recipientPublicKey"), OhttpSample.Recipient.PublicKey);
        Assert.True(DhKem.TryDecapsulate(Bytes("enc"), OhttpSample.Recipient, out byte[] shared));
        Assert.Equal(Bytes("sharedSecret"), shared);
        Assert.Equal([Bytes("key"), Bytes("baseNonce"), Bytes("exporterSecret")], Listed(context.Schedule));
        Assert.Equal(Bytes("info"), OhttpRequest.Info(OhttpSample.Config.Header()));
        Assert.Equal(Bytes("request"), sample.Request);
        Assert.Equal([Bytes("responseSecret"), Bytes("chunkedSecret")], Listed(sample.Client.Secrets));
    }

    [Fact]
    public void The_key_configuration_is_41_bytes_in_the_published_order()
    {
        OhttpKeyConfig config = new(1, [.. Enumerable.Repeat((byte)7, 32)]);

        Assert.Equal(
            "010020" + string.Concat(Enumerable.Repeat("07", 32)) + "000400010003",
            Convert.ToHexStringLower(config.Encode()));
    }

    [Fact]
    public void The_gateway_reads_the_request_and_the_client_its_single_response()
    {
        OhttpSample sample = new(Published.Text("plaintext"));

        Assert.Equal(
            Published.Text("plaintext"), Encoding.UTF8.GetString(sample.Decapsulate(out OhttpExchange gateway)));
        byte[] body = Encoding.UTF8.GetBytes(Published.Text("singleBody"));
        byte[] response = gateway.SealResponse(OhttpSample.ResponseNonce, body);

        Assert.Equal(Bytes("single"), response);
        Assert.Equal(
            [Bytes("singleKey"), Bytes("singleNonce")],
            Listed(sample.Client.SingleKeys(OhttpSample.ResponseNonce)));
        Assert.True(sample.Client.TryOpenResponse(response, out byte[]? opened, out _));
        Assert.Equal(body, opened);
    }

    [Fact]
    public void A_stream_of_events_is_sealed_as_computed_elsewhere()
    {
        OhttpSample sample = new(Published.Text("plaintext"));
        sample.Decapsulate(out OhttpExchange gateway);
        OhttpEventWriter events = new(gateway.WriteChunks(OhttpSample.ResponseNonce));

        List<byte> stream = [];
        foreach (JsonElement text in Published.GetProperty("events").EnumerateArray())
        {
            stream.AddRange(events.Push(Encoding.UTF8.GetBytes(text.GetString()!)));
        }

        stream.AddRange(events.Finish());

        Assert.Equal(
            [Bytes("chunkedKey"), Bytes("chunkedNonce")],
            Listed(sample.Client.ChunkKeys(OhttpSample.ResponseNonce)));
        Assert.Equal(Bytes("chunked"), stream);
    }

    /// <summary>RFC 9000 §16 and Appendix A.1.</summary>
    [Theory]
    [InlineData(0, "00")]
    [InlineData(37, "25")]
    [InlineData(63, "3f")]
    [InlineData(64, "4040")]
    [InlineData(15293, "7bbd")]
    [InlineData(16383, "7fff")]
    [InlineData(16384, "80004000")]
    [InlineData(494878333, "9d7f3e7d")]
    [InlineData(1073741823, "bfffffff")]
    [InlineData(151288809941952652, "c2197c5eff14e88c")]
    [InlineData(4611686018427387903, "ffffffffffffffff")]
    public void Variable_length_integers_are_those_of_QUIC(long value, string encoded)
    {
        Assert.Equal(encoded, Convert.ToHexStringLower(QuicVarint.Encode((ulong)value)));
        Assert.Equal(encoded.Length / 2, QuicVarint.Decode(Convert.FromHexString(encoded), out ulong decoded));
        Assert.Equal((ulong)value, decoded);
    }

    private static byte[][] Listed((byte[] Key, byte[] Nonce) keys) => [keys.Key, keys.Nonce];

    private static byte[][] Listed((byte[] Key, byte[] BaseNonce, byte[] ExporterSecret) schedule) =>
        [schedule.Key, schedule.BaseNonce, schedule.ExporterSecret];

    private static byte[] Bytes(string member) => Convert.FromHexString(Published.Text(member));
}
