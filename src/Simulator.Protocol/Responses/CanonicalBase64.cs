using System.Buffers.Text;

namespace Simulator.Protocol.Responses;

/// <summary>Base64 with padding that has exactly one text per byte string (RFC 4648 §3.5, strict).</summary>
internal static class CanonicalBase64
{
    public static bool TryDecode(string? text, int maximumLength, out byte[] bytes)
    {
        bytes = [];
        if (text is null || text.Length > Base64.GetMaxEncodedToUtf8Length(maximumLength) || text.Length % 4 != 0)
        {
            return false;
        }

        byte[] buffer = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64String(text, buffer, out int written)
            || Convert.ToBase64String(buffer, 0, written) != text)
        {
            return false;
        }

        bytes = buffer[..written];
        return true;
    }
}
