using System.Numerics;
using Simulator.Scenarios.Problems;

namespace Simulator.Scenarios.Quantities;

/// <summary>Every unit that a scenario file may write.</summary>
internal static class Units
{
    private const long Second = 1_000_000_000;

    public static readonly IReadOnlyList<Unit> All =
    [
        new("ns", Dimension.Time, 1),
        new("us", Dimension.Time, 1_000),
        new("ms", Dimension.Time, 1_000_000),
        new("s", Dimension.Time, Second),
        new("min", Dimension.Time, 60 * Second),
        new("h", Dimension.Time, 3_600 * Second),
        new("d", Dimension.Time, 86_400 * Second),
        new("attoOPG", Dimension.Opg, 1),
        new("OPG", Dimension.Opg, BigInteger.Pow(10, 18)),
        new("wei", Dimension.Ether, 1),
        new("gwei", Dimension.Ether, 1_000_000_000),
        new("ETH", Dimension.Ether, BigInteger.Pow(10, 18)),
        new("USD", Dimension.Usd, 1),
        new("%", Dimension.Ratio, new ExactNumber(1, 100)),
        new("/s", Dimension.Rate, new ExactNumber(1, Second)),
        new("/min", Dimension.Rate, new ExactNumber(1, 60 * Second)),
        new("/h", Dimension.Rate, new ExactNumber(1, 3_600 * Second)),
        new("/d", Dimension.Rate, new ExactNumber(1, 86_400 * Second)),
        new("B", Dimension.Bytes, 1),
        new("kB", Dimension.Bytes, 1_000),
        new("MB", Dimension.Bytes, 1_000_000),
        new("GB", Dimension.Bytes, 1_000_000_000),
        new("KiB", Dimension.Bytes, 1L << 10),
        new("MiB", Dimension.Bytes, 1L << 20),
        new("GiB", Dimension.Bytes, 1L << 30),
        new("bit/s", Dimension.BitRate, 1),
        new("kbit/s", Dimension.BitRate, 1_000),
        new("Mbit/s", Dimension.BitRate, 1_000_000),
        new("Gbit/s", Dimension.BitRate, 1_000_000_000),
    ];

    public static IEnumerable<Unit> Of(Dimension dimension) => All.Where(unit => unit.Dimension == dimension);

    /// <summary>The units of a dimension as a sentence names them: <c>ns, us, ms, s, min, h or d</c>.</summary>
    public static string ListOf(Dimension dimension)
    {
        string[] names = [.. Of(dimension).Select(unit => unit.Name)];
        return names.Length == 1 ? names[0] : string.Join(", ", names[..^1]) + " or " + names[^1];
    }

    /// <summary>The unit that was probably forgotten.</summary>
    public static string Usual(Dimension dimension) => dimension switch
    {
        Dimension.Time => "s",
        Dimension.Opg => "OPG",
        Dimension.Ether => "gwei",
        Dimension.BitRate => "Mbit/s",
        _ => Of(dimension).First().Name,
    };

    /// <summary>The unit that was probably meant by a word that is none.</summary>
    public static string? Nearest(string wrong, Dimension dimension)
    {
        string[] names = [.. Of(dimension).Select(unit => unit.Name)];
        string? spoken =
            Spoken.FirstOrDefault(word => string.Equals(word.Word, wrong, StringComparison.OrdinalIgnoreCase)).Unit;
        return names.FirstOrDefault(name => string.Equals(name, wrong, StringComparison.OrdinalIgnoreCase))
            ?? (names.Contains(spoken) ? spoken : NearestName.Of(wrong, names));
    }

    // What people write instead; for hints only.
    private static readonly (string Word, string Unit)[] Spoken =
    [
        ("µs", "us"), ("μs", "us"), ("usec", "us"), ("microseconds", "us"), ("msec", "ms"), ("milliseconds", "ms"),
        ("sec", "s"), ("secs", "s"), ("second", "s"), ("seconds", "s"), ("m", "min"), ("mins", "min"),
        ("minute", "min"), ("minutes", "min"), ("hr", "h"), ("hour", "h"), ("hours", "h"), ("day", "d"), ("days", "d"),
        ("wei", "attoOPG"), ("$", "USD"), ("percent", "%"), ("Hz", "/s"), ("per second", "/s"), ("per minute", "/min"),
        ("per hour", "/h"), ("per day", "/d"), ("/hour", "/h"), ("/day", "/d"), ("/second", "/s"), ("/sec", "/s"),
        ("/minute", "/min"), ("bps", "bit/s"), ("kbps", "kbit/s"), ("Mbps", "Mbit/s"), ("Gbps", "Gbit/s"),
        ("Mb/s", "Mbit/s"), ("Gb/s", "Gbit/s"), ("bytes", "B"),
    ];

    public static string Noun(Dimension dimension) => dimension switch
    {
        Dimension.Unset => "a value",
        Dimension.Count => "a plain number",
        Dimension.Ratio => "a ratio",
        Dimension.Time => "a duration",
        Dimension.Opg => "an amount of OPG",
        Dimension.Ether => "an amount of ETH",
        Dimension.Usd => "an amount of USD",
        Dimension.Rate => "a rate",
        Dimension.Bytes => "a size in bytes",
        Dimension.BitRate => "a bit rate",
    };

    public static string Example(Dimension dimension) => dimension switch
    {
        Dimension.Unset => "1",
        Dimension.Count => "100",
        Dimension.Ratio => "3/100",
        Dimension.Time => "50 ms",
        Dimension.Opg => "0.1 OPG",
        Dimension.Ether => "0.01 gwei",
        Dimension.Usd => "2 USD",
        Dimension.Rate => "1/min",
        Dimension.Bytes => "4 KiB",
        Dimension.BitRate => "25 Mbit/s",
    };
}
