using System.Text;

namespace Simulator.Scenarios.Problems;

/// <summary>Makes foreign text fit for a one-line message.</summary>
internal static class Shorten
{
    private const int MaxCharacters = 60;

    /// <summary>At most 60 characters; whatever does not print becomes <c>?</c>.</summary>
    public static string Text(string text)
    {
        StringBuilder shown = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isPlain = !Rune.IsControl(rune)
                && rune.Value is not (0xFFFD or 0x2028 or 0x2029 or 0x202E or 0x202D or 0xFEFF);
            shown.Append(isPlain ? rune.ToString() : "?");
            if (shown.Length >= MaxCharacters)
            {
                return shown.Append('…').ToString();
            }
        }

        return shown.ToString();
    }
}
