namespace Simulator.Protocol.X402;

/// <summary>Objects in HTTP headers: standard Base64 of UTF-8 JSON.</summary>
/// <remarks>
/// The decoder accepts what matches <c>^[A-Za-z0-9+/]*={0,2}$</c> and then reads as Node does: padding may be missing,
/// a
/// single left-over character is dropped.
/// </remarks>
internal static class HeaderEncoding
{
    public static string Encode(JsonTextWriter writer) => Convert.ToBase64String(BoundedJson.Bytes(writer));

    public static Parsed<T> Decode<T>(string header, Func<JsonMembers, T?> read)
        where T : class
    {
        if (header.Length > JsonLimits.HeaderCharacters)
        {
            return new ParseRefusal(ParseProblem.TooLong, string.Empty);
        }

        return TryDecode(header, out byte[] bytes)
            ? BoundedJson.Read(bytes, read)
            : new ParseRefusal(ParseProblem.NotBase64, string.Empty);
    }

    private static bool TryDecode(string header, out byte[] bytes)
    {
        bytes = [];
        string digits = header.TrimEnd('=');
        if (header.Length - digits.Length > 2 || !digits.All(IsBase64))
        {
            return false;
        }

        int usable = digits.Length % 4 == 1 ? digits.Length - 1 : digits.Length;
        string padded = digits[..usable].PadRight((usable + 3) / 4 * 4, '=');
        byte[] buffer = new byte[padded.Length / 4 * 3];
        if (!Convert.TryFromBase64String(padded, buffer, out int written))
        {
            return false;
        }

        bytes = buffer[..written];
        return true;
    }

    private static bool IsBase64(char character) => char.IsAsciiLetterOrDigit(character) || character is '+' or '/';
}
