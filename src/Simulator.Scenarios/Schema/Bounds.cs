using Simulator.Scenarios.Problems;

namespace Simulator.Scenarios.Schema;

/// <summary>The range of a value; either end may be open.</summary>
/// <param name="IsAbove">The lower end itself is excluded.</param>
internal sealed record Bounds<T>(T? Low, T? High, bool IsAbove)
    where T : struct
{
    public static readonly Bounds<T> None = new(null, null, false);

    public static Bounds<T> Above(T low, T? high = null) => new(low, high, true);

    public static Bounds<T> From(T low, T? high = null) => new(low, high, false);

    public bool Contains(T value) => Complain(value, "", "", _ => "") == default;

    /// <summary>The complaint about a value outside; <c>default</c> for one inside.</summary>
    public Complaint Complain(T value, string text, string expectation, Func<T, string> format)
    {
        bool isTooSmall = Low is { } low && Comparer<T>.Default.Compare(value, low) < (IsAbove ? 1 : 0);
        bool isTooLarge = High is { } high && Comparer<T>.Default.Compare(value, high) > 0;
        string shown = Shorten.Text(text);
        return (isTooSmall, isTooLarge) switch
        {
            (true, _) => new($"'{shown}' is too small", expectation, $"write {LowWords(format)}"),
            (_, true) => new(
                $"'{shown}' is too large", expectation, $"write at most {format(High.GetValueOrDefault())}"),
            _ => default,
        };
    }

    /// <summary>As part of a sentence, with a leading space: <c> of more than 0 s and at most 1 h</c>.</summary>
    public string Describe(Func<T, string> format)
    {
        string[] ends =
        [
            .. Low is null ? Array.Empty<string>() : [LowWords(format)],
            .. High is { } high ? [$"at most {format(high)}"] : Array.Empty<string>(),
        ];
        return ends.Length == 0 ? "" : " of " + string.Join(" and ", ends);
    }

    private string LowWords(Func<T, string> format) =>
        $"{(IsAbove ? "more than" : "at least")} {format(Low.GetValueOrDefault())}";
}
