using System.Text;

namespace Simulator.Benchmarks.Fuzzing;

/// <summary>What breaks parsers: numbers beyond every type, deep nesting, long strings, text that is no UTF-8.</summary>
internal static class HostilePieces
{
    public static byte[][] All { get; } =
    [
        .. Texts().Select(Encoding.UTF8.GetBytes),
        [0xFF],
        [0xC0, 0xAF],
        [0xED, 0xA0, 0x80],
        [0xF4, 0x90, 0x80, 0x80],
        [0xE2, 0x82],
        // CBOR: indefinite arrays, maps and strings, a length of 2⁶⁴−1, a tag, a half-precision not-a-number.
        Repeat([0x9F], 200),
        Repeat([0xBF, 0x61, 0x61], 100),
        [0x5F, 0x41, 0x00, 0xFF],
        [0x5B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        [0x9B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        Repeat([0xC2], 300),
        [0xF9, 0x7E, 0x00],
        // DER: indefinite and overlong lengths, a long object identifier.
        [0x30, 0x80],
        [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF],
        [0x06, 0x82, 0x01, 0x00, .. Repeat([0xFF], 256)],
        Repeat([0x30, 0x82, 0x01, 0x00], 64),
        // RLP: lists in lists, a length of 2⁶⁴−1. ABI: offsets back to the start and past the end. QUIC: longest prefix.
        Repeat([0xF8, 0x60], 64),
        [0xBF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        new byte[32],
        Repeat([0xFF], 32),
        [.. new byte[31], 0x20],
        [.. new byte[28], 0x7F, 0xFF, 0xFF, 0xFF],
        [.. new byte[24], 0x80, 0, 0, 0, 0, 0, 0, 0],
        Repeat([0xFF], 8),
    ];

    /// <summary>JSON values, well formed, that a member's reader may not expect.</summary>
    public static byte[][] Values { get; } =
    [
        .. ((string[])
        [
            "null", "true", "false", "0", "-1", "1", "1e400", "1e308", "1.5", "-0.0", "1e-7", "18446744073709551616",
            "115792089237316195423570985008687907853269984665640564039457584007913129639936", new string('9', 400),
            "\"\"", "\" \"", "\"0\"", "\"-1\"", "\"1.5\"", "\"0x\"", "\"0x00\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"",
            "\"\\ud800\"", "\"ſ\"", "\"" + new string('9', 77) + "\"", "\"" + new string('9', 78) + "\"",
            "\"0x" + new string('f', 64) + "\"", "\"0x" + new string('F', 40) + "\"", "\"" + new string('x', 5000) + "\"",
            "[]", "{}", "[null]", "[[]]", "[{}]", "[\"\"]", "{\"\":null}", "[" + string.Join(',', Enumerable.Repeat("1", 500)) + "]",
            new string('[', 20) + new string(']', 20), new string('[', 60) + new string(']', 60),
            "\"eip155:18446744073709551616\"", "\"2100-01-01\"", "\"AA==\"", "\"A\"", "\"upto\"", "\"exact\"", "\"deposit\"",
        ]).Select(Encoding.UTF8.GetBytes),
    ];

    private static IEnumerable<string> Texts() =>
    [
        "0", "-1", "-0", "1e400", "-1e-400", "1e2147483648", "0x", "0X1", "1.", ".5", "+1", "01", "NaN",
        "9007199254740993", "9223372036854775808", "18446744073709551616", "340282366920938463463374607431768211456",
        "115792089237316195423570985008687907853269984665640564039457584007913129639936",
        new string('9', 400), "0." + new string('0', 400) + "1", "\"" + new string('9', 5000) + "\"",
        new string('[', 80), string.Concat(Enumerable.Repeat("{\"a\":", 80)), new string('[', 2000), "]", "}", "{", "\"",
        "\\", ",", ":", "null", "true", "{}", "[]", "\"\"", "\\u0000", "\\ud800", "\\udc00\\ud800", "\\u00e", "\0", "\r\n",
        "\n\n", "data: ", "data: [DONE]\n\n", "%", "$", "=", "==", "😀", "\u202E", "ſ", "İ", " ", "\u00A0", "\uFEFF",
        new string('A', 4096), new string(' ', 4096), string.Concat(Enumerable.Repeat("\\u0041", 1000)),
        string.Concat(Enumerable.Range(0, 300).Select(i => $"\"k{i}\":{i},")), "\"x402Version\":2,",
        "\"model\":\"m\",", "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----",
        "0x" + new string('f', 64), "0x" + new string('0', 40), "0xzz",
    ];

    private static byte[] Repeat(byte[] piece, int count) => [.. Enumerable.Repeat(piece, count).SelectMany(part => part)];
}
