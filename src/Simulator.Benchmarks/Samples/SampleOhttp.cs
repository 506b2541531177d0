using Simulator.Primitives;
using Simulator.Protocol.Hpke;
using Simulator.Protocol.Ohttp;

namespace Simulator.Benchmarks.Samples;

/// <summary>An encapsulated request and its answers, whole and in chunks.</summary>
internal static class SampleOhttp
{
    public static readonly HpkeKeyPair Recipient = HpkeKeyPair.FromPrivateKey([.. Enumerable.Repeat((byte)0x22, 32)]);
    public static readonly HpkeKeyPair Ephemeral = HpkeKeyPair.FromPrivateKey([.. Enumerable.Repeat((byte)0x11, 32)]);
    public static readonly OhttpKeyConfig Config = new(1, Recipient.PublicKey);
    public static readonly byte[] Body = SampleAnswers.ChatRequest;
    public static readonly byte[] ResponseNonce = [.. Enumerable.Repeat((byte)0x33, 32)];

    static SampleOhttp()
    {
        Invariant.That(OhttpRequest.TryEncapsulate(
            Config, Ephemeral, Body, out byte[]? message, out OhttpExchange? client, out _));
        Request = message!;
        Client = client!;
        Invariant.That(OhttpRequest.TryDecapsulate(1, Recipient, Request, out _, out OhttpExchange? gateway, out _));
        Response = gateway!.SealResponse(ResponseNonce, SampleAnswers.ChatAnswer);
        OhttpEventWriter writer = new(gateway.WriteChunks(ResponseNonce));
        Chunks = [.. writer.Push("data: {\"a\": 1}\n\n"u8), .. writer.Push("data: [DONE]\n\n"u8), .. writer.Finish()];
    }

    public static byte[] Request { get; }

    public static OhttpExchange Client { get; }

    public static byte[] Response { get; }

    public static byte[] Chunks { get; }
}
