using System.Text;

using Simulator.Protocol.Hpke;
using Simulator.Protocol.Ohttp;

namespace Simulator.Protocol.Tests.Ohttp;

/// <summary>A request under fixed keys, with both ends.</summary>
internal sealed class OhttpSample
{
    public static readonly HpkeKeyPair Recipient = HpkeKeyPair.FromPrivateKey([.. Enumerable.Repeat((byte)0x22, 32)]);
    public static readonly OhttpKeyConfig Config = new(1, Recipient.PublicKey);
    public static readonly byte[] ResponseNonce = [.. Enumerable.Repeat((byte)0x33, 32)];

    public OhttpSample(string plaintext)
    {
        HpkeKeyPair ephemeral = HpkeKeyPair.FromPrivateKey([.. Enumerable.Repeat((byte)0x11, 32)]);
        byte[] body = Encoding.UTF8.GetBytes(plaintext);
        Assert.True(
            OhttpRequest.TryEncapsulate(
                Config, ephemeral, body, out byte[]? message, out OhttpExchange? client, out _));
        Request = message;
        Client = client;
    }

    public byte[] Request { get; }

    public OhttpExchange Client { get; }

    public byte[] Decapsulate(out OhttpExchange gateway)
    {
        Assert.True(
            OhttpRequest.TryDecapsulate(1, Recipient, Request, out byte[]? body, out OhttpExchange? exchange, out _));
        gateway = exchange;
        return body;
    }

    /// <summary>A chunked response of the given events.</summary>
    public byte[] Stream(params string[] events)
    {
        Decapsulate(out OhttpExchange gateway);
        OhttpEventWriter writer = new(gateway.WriteChunks(ResponseNonce));
        return [.. events.SelectMany(text => writer.Push(Encoding.UTF8.GetBytes(text))), .. writer.Finish()];
    }

    /// <summary>Reads a chunked response in pieces of the given size; the text of all chunks, or the refusal.</summary>
    public (string Text, OhttpRefusal Refusal) Read(byte[] stream, int pieceLength)
    {
        OhttpChunkReader reader = Client.ReadChunks();
        List<byte> text = [];
        foreach (byte[] piece in stream.Chunk(pieceLength))
        {
            bool fed = reader.TryFeed(piece, out IReadOnlyList<byte[]> chunks);
            text.AddRange(chunks.SelectMany(chunk => chunk));
            Assert.Equal(reader.Refusal == OhttpRefusal.Unset, fed);
        }

        if (reader.TryFinish(out byte[]? last))
        {
            text.AddRange(last);
        }

        return (Encoding.UTF8.GetString([.. text]), reader.Refusal);
    }
}
