using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts;

/// <summary>Member types that receipts need beyond those of payment messages.</summary>
internal static class ReceiptMembers
{
    private const int ShortTextMax = 256;
    private const long TimeMax = 253402300799;

    /// <summary>A name: 1 to 256 characters.</summary>
    public static string ShortText(this JsonMembers members, string name)
    {
        string text = members.Text(name);
        members.Require(text.Length is > 0 and <= ShortTextMax, name);
        return text;
    }

    /// <summary>One of the given words.</summary>
    public static string OneOf(this JsonMembers members, string name, params ReadOnlySpan<string> words)
    {
        string text = members.Text(name);
        members.Require(words.Contains(text), name);
        return text;
    }

    /// <summary>Unix seconds up to the year 9999, or any whole number as small.</summary>
    public static long Whole(this JsonMembers members, string name)
    {
        long value = 0;
        bool isThere = members.Has(name)
            && long.TryParse(
                members.Element.GetProperty(name).GetRawText(),
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out value);
        members.Require(isThere && value <= TimeMax, name);
        return isThere ? value : 0;
    }

    /// <summary>An amount in atomic units: decimal digits without leading zeros.</summary>
    public static UInt256 Amount(this JsonMembers members, string name)
    {
        string text = members.Text(name);
        bool isAmount = text.Length > 0 && text.All(char.IsAsciiDigit) && (text[0] != '0' || text.Length == 1);
        UInt256 amount = default;
        members.Require(isAmount && UInt256.TryParse(text, out amount), name);
        return amount;
    }

    /// <summary>Base64 with padding in its one canonical form.</summary>
    public static byte[] Base64(this JsonMembers members, string name, int lengthMax)
    {
        string text = members.Text(name);
        byte[] buffer = new byte[(text.Length / 4 * 3) + 3];
        bool isCanonical = Convert.TryFromBase64String(text, buffer, out int length)
            && length <= lengthMax && Convert.ToBase64String(buffer, 0, length) == text;
        members.Require(isCanonical, name);
        return isCanonical ? buffer[..length] : [];
    }

    /// <summary>0x hexadecimal.</summary>
    public static byte[] HexBytes(this JsonMembers members, string name, int lengthMax)
    {
        string text = members.HexText(name);
        members.Require(text.Length <= (2 * lengthMax) + 2, name);
        return Hex.TryDecode(text, out byte[] bytes) ? bytes : [];
    }

    public static BlobId Blob(this JsonMembers members, string name)
    {
        string text = members.Text(name);
        members.Require(BlobId.TryParse(text, out BlobId id, out _), name);
        return id;
    }

    public static JsonTextWriter Base64(this JsonTextWriter writer, string name, byte[] bytes) =>
        writer.Text(name, Convert.ToBase64String(bytes));

    private static void Require(this JsonMembers members, bool condition, string name)
    {
        if (!condition)
        {
            members.Refuse(ParseProblem.OutOfRange, name);
        }
    }
}
