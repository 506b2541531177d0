namespace Simulator.Protocol.Responses;

/// <summary>Orders text by Unicode code point, as Python sorts strings.</summary>
/// <remarks>Differs from ordinal order of UTF-16 where an astral character meets one from U+E000 on.</remarks>
internal sealed class CodePointOrder : IComparer<string>
{
    public static readonly CodePointOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x;
        ReadOnlySpan<char> right = y;
        int shared = left.CommonPrefixLength(right);
        if (shared == left.Length || shared == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        return Weight(left[shared]).CompareTo(Weight(right[shared]));
    }

    /// <summary>Surrogates stand for code points above U+FFFF and therefore sort after every other unit.</summary>
    private static int Weight(char unit) => char.IsSurrogate(unit) ? unit + 0x1_0000 : unit;
}
