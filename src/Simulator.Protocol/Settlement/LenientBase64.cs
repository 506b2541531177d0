namespace Simulator.Protocol.Settlement;

/// <summary>Base64 as Node's <c>Buffer.from(text, "base64")</c> reads it: nothing is refused.</summary>
/// <remarks>
/// Both alphabets count, other characters are skipped, reading ends at the first <c>=</c>, spare bits are dropped. The
/// gateway's placeholder signature <c>0x</c> becomes the single byte d3.
/// </remarks>
public static class LenientBase64
{
    public static byte[] Decode(string text)
    {
        List<byte> bytes = new(text.Length * 3 / 4);
        int buffer = 0;
        int bits = 0;
        foreach (char character in text)
        {
            if (character == '=')
            {
                break;
            }

            int digit = Digit(character);
            if (digit < 0)
            {
                continue;
            }

            buffer = ((buffer << 6) | digit) & 0xffff;
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)((buffer >> bits) & 0xff));
            }
        }

        return [.. bytes];
    }

    private static int Digit(char character) => character switch
    {
        >= 'A' and <= 'Z' => character - 'A',
        >= 'a' and <= 'z' => character - 'a' + 26,
        >= '0' and <= '9' => character - '0' + 52,
        '+' or '-' => 62,
        '/' or '_' => 63,
        _ => -1,
    };
}
