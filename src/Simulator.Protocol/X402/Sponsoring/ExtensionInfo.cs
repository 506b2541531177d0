namespace Simulator.Protocol.X402;

/// <summary>Reads <c>extensions[key].info</c> of a payment.</summary>
internal static class ExtensionInfo
{
    /// <summary>
    /// The text members asked for; null when the extension or any of them is missing or empty, which counts as absent.
    /// </summary>
    public static string[]? Find(PaymentPayload payment, string key, params ReadOnlySpan<string> names)
    {
        JsonText? info = payment.Extensions?.Part(key)?.Part("info");
        if (info is null)
        {
            return null;
        }

        string[] values = new string[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            if (info.Member(names[i]) is not { Length: > 0 } value)
            {
                return null;
            }

            values[i] = value;
        }

        return values;
    }

    /// <summary>0x and 40 digits.</summary>
    public static bool IsAddress(string text) => text.Length == 42 && IsHex(text);

    /// <summary>0x and at least one hexadecimal digit.</summary>
    public static bool IsHex(string text) =>
        text.Length > 2 && text.StartsWith("0x", StringComparison.Ordinal) && text.Skip(2).All(char.IsAsciiHexDigit);

    public static bool IsDecimal(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    /// <summary>Numbers separated by single dots.</summary>
    public static bool IsVersion(string text) => text.Split('.').All(IsDecimal);
}
