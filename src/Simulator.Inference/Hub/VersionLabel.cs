using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.Inference.Hub;

/// <summary>The label that the hub gives a version: <c>1.00</c> first, then the next minor or the next major.</summary>
/// <param name="Major">From 1.</param>
/// <param name="Minor">From 0, written with at least two digits.</param>
public readonly partial record struct VersionLabel(int Major, int Minor) : IComparable<VersionLabel>
{
    public static readonly VersionLabel Initial = new(1, 0);

    public static bool TryParse(string? text, out VersionLabel label)
    {
        Match match = Form().Match(text ?? "");
        label = match.Success
            ? new VersionLabel(Number(match.Groups[1].ValueSpan), Number(match.Groups[2].ValueSpan))
            : default;
        return match.Success && label.ToString() == text;
    }

    public VersionLabel Next(bool isMajor) => isMajor ? new VersionLabel(Major + 1, 0) : this with { Minor = Minor + 1 };

    public int CompareTo(VersionLabel other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor:00}");

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A([1-9][0-9]{0,8})\.([0-9]{2,9})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
