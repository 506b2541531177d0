using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ohttp;
using Simulator.Protocol.Tests.Enclaves;
using Simulator.Protocol.Tests.Ohttp;

namespace Simulator.Protocol.Tests.Corruption.Messages;

/// <summary>Everything an oblivious client sends, receives and trusts.</summary>
internal static class OhttpMessages
{
    private const string Body = "{\"model\": \"gpt-5\"}";

    private static readonly OhttpSample Sample = new(Body);
    private static readonly EnclaveSigningKey Key = TestKeys.Pool[0];

    public static IReadOnlyList<MessageType> Types { get; } =
    [
        new MessageType("OHTTP key configuration, unsigned", OhttpSample.Config.Encode(), JudgeConfiguration),
        new MessageType(
            "OHTTP key configuration, signed",
            [.. OhttpSample.Config.Encode(), .. SignedOhttpKeyConfig.Sign(Key, OhttpSample.Config).Signature.Span],
            JudgeSignedConfiguration)
        {
            Note = "The configuration and behind it the enclave's signature.",
        },
        new MessageType("OHTTP request", Sample.Request, JudgeRequest),
        new MessageType("OHTTP response, single", SingleResponse(), JudgeSingle),
        new MessageType("OHTTP response, chunked", Sample.Stream("data: A\n\n", "data: [DONE]\n\n"), JudgeChunked),
    ];

    private static byte[] SingleResponse()
    {
        Sample.Decapsulate(out OhttpExchange gateway);
        return gateway.SealResponse(OhttpSample.ResponseNonce, "{\"ok\":true}"u8);
    }

    private static Fate JudgeConfiguration(byte[] bytes) =>
        OhttpKeyConfig.TryDecode(bytes, out OhttpKeyConfig? config, out OhttpRefusal refusal)
            ? Fate.Accepted(Meaning.Of(OhttpSample.Config).FirstDifference(Meaning.Of(config)))
            : Fate.Refused(refusal);

    private static Fate JudgeSignedConfiguration(byte[] bytes)
    {
        ReadOnlySpan<byte> encoded = bytes.AsSpan(0, OhttpKeyConfig.EncodedLength);
        if (!OhttpKeyConfig.TryDecode(encoded, out OhttpKeyConfig? config, out OhttpRefusal refusal))
        {
            return Fate.Refused(refusal);
        }

        SignedOhttpKeyConfig signed = new(Key.TeeId, config, bytes.AsMemory(OhttpKeyConfig.EncodedLength));
        return signed.IsSignedBy(Key.Spki.Span)
            ? JudgeConfiguration([.. encoded])
            : Fate.Refused("SignatureInvalid");
    }

    private static Fate JudgeRequest(byte[] bytes) =>
        OhttpRequest.TryDecapsulate(
            OhttpSample.Config.KeyId, OhttpSample.Recipient, bytes, out byte[]? body, out _, out OhttpRefusal refusal)
            ? Opened(body, System.Text.Encoding.UTF8.GetBytes(Body))
            : Fate.Refused(refusal);

    private static Fate JudgeSingle(byte[] bytes) =>
        Sample.Client.TryOpenResponse(bytes, out byte[]? body, out OhttpRefusal refusal)
            ? Opened(body, "{\"ok\":true}"u8)
            : Fate.Refused(refusal);

    private static Fate JudgeChunked(byte[] bytes)
    {
        (string text, OhttpRefusal refusal) = Sample.Read(bytes, bytes.Length);
        return refusal == OhttpRefusal.Unset
            ? Fate.Accepted(text == "data: A\n\ndata: [DONE]\n\n" ? null : "body")
            : Fate.Refused(refusal);
    }

    private static Fate Opened(ReadOnlySpan<byte> body, ReadOnlySpan<byte> expected) =>
        Fate.Accepted(body.SequenceEqual(expected) ? null : "body");
}
