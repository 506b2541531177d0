using Simulator.Benchmarks.Samples;
using Simulator.Protocol.Ohttp;

namespace Simulator.Benchmarks.Fuzzing;

/// <summary>OHTTP: key configurations, requests, responses whole and in chunks, length prefixes.</summary>
internal static class PrivacyParsers
{
    private const int PieceLength = 37;

    public static IEnumerable<FuzzedParser> All { get; } =
    [
        new(
            "OHTTP key configuration",
            input => OhttpKeyConfig.TryDecode(input, out OhttpKeyConfig? read, out OhttpRefusal refusal)
                ? read.Encode().AsSpan().SequenceEqual(input) ? null : FuzzedParser.Nameless
                : refusal.ToString(),
            [SampleOhttp.Config.Encode()]),
        new(
            "OHTTP request",
            input => OhttpRequest.TryDecapsulate(1, SampleOhttp.Recipient, input, out _, out _, out OhttpRefusal refusal)
                ? null
                : refusal.ToString(),
            [SampleOhttp.Request]),
        new(
            "OHTTP response",
            input => SampleOhttp.Client.TryOpenResponse(input, out _, out OhttpRefusal refusal) ? null : refusal.ToString(),
            [SampleOhttp.Response]),
        new("OHTTP chunked response", Chunks, [SampleOhttp.Chunks]),
        new(
            "QUIC length prefix",
            input => QuicVarint.Decode(input, out _) > 0 ? null : FuzzedParser.Malformed,
            [[0x25], [0x7B, 0xBD], [0x9D, 0x7F, 0x3E, 0x7D], [0xC2, 0x19, 0x7C, 0x5E, 0xFF, 0x14, 0xE8, 0x8C]]),
    ];

    private static string? Chunks(byte[] input)
    {
        OhttpChunkReader reader = SampleOhttp.Client.ReadChunks();
        for (int at = 0; at < input.Length; at += PieceLength)
        {
            if (!reader.TryFeed(input.AsSpan(at, Math.Min(PieceLength, input.Length - at)), out _))
            {
                break;
            }
        }

        return reader.TryFinish(out _) ? null : reader.Refusal.ToString();
    }
}
