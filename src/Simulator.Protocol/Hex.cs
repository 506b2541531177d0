using System.Buffers;

namespace Simulator.Protocol;

/// <summary>Hexadecimal text with the 0x prefix, as Ethereum interfaces write bytes.</summary>
public static class Hex
{
    public static string Encode(ReadOnlySpan<byte> bytes) => "0x" + Convert.ToHexStringLower(bytes);

    /// <summary>Bytes of a 0x-prefixed (or bare) even-length hexadecimal text; false for anything else.</summary>
    public static bool TryDecode(string? text, out byte[] bytes)
    {
        bytes = [];
        if (text is null)
        {
            return false;
        }

        ReadOnlySpan<char> digits = text.StartsWith("0x", StringComparison.Ordinal) ? text.AsSpan(2) : text;
        if (digits.Length % 2 != 0)
        {
            return false;
        }

        byte[] buffer = new byte[digits.Length / 2];
        OperationStatus status = Convert.FromHexString(digits, buffer, out _, out int written);
        if (status != OperationStatus.Done || written != buffer.Length)
        {
            return false;
        }

        bytes = buffer;
        return true;
    }

    /// <exception cref="FormatException">Not hexadecimal.</exception>
    public static byte[] Decode(string text) =>
        TryDecode(text, out byte[] bytes) ? bytes : throw new FormatException($"not hexadecimal: {text}");
}
