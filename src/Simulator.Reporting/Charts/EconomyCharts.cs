using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>The course of an economy at epoch level: businesses, demand, price, supply.</summary>
internal static class EconomyCharts
{
    private const double Million = 1e6;
    private const double Thousand = 1e3;

    public static IEnumerable<Chart> Of(Measures measures)
    {
        (IReadOnlyList<(SimTime At, EpochEnded Epoch)> epochs, int stride) = measures.Economy.Course;
        if (epochs.Count == 0)
        {
            yield break;
        }

        string[] groups = [.. epochs[0].Epoch.Groups.Select(group => group.Group)];
        double days = epochs[0].Epoch.Length.TotalSeconds / SimDuration.FromDays(1).TotalSeconds;
        string drawn = stride == 1 ? "Every epoch is drawn." : $"Every {stride}th epoch is drawn.";
        yield return Make(
            "businesses", "Who stays in business", $"Active businesses by group. {drawn}", "Businesses", epochs,
            [.. groups.Select((name, index) => (name, (Func<EpochEnded, double>)(epoch => epoch.Groups[index].Active)))]);
        yield return Make(
            "demand", "What is wanted and what is served", $"Requests per day, in thousands. {drawn}",
            "Requests per day (thousands)", epochs,
            [("Wanted", epoch => epoch.Wanted / days / Thousand), ("Served", epoch => epoch.Served / days / Thousand)]);
        yield return Make(
            "opg-price", "The price of OPG", $"USD per OPG at the start of each epoch. {drawn}", "USD per OPG", epochs,
            [("Price", epoch => epoch.Price)]);
        yield return Make(
            "supply", "Where the supply is", $"Circulating is what has unlocked and is neither staked nor burned. {drawn}",
            "Million OPG", epochs,
            [
                ("Circulating", epoch => epoch.Circulating.ToDouble() / Million),
                ("Staked", epoch => epoch.Staked.ToDouble() / Million),
                ("Burned", epoch => epoch.Burned.ToDouble() / Million),
            ]);
    }

    private static Chart Make(
        string name,
        string title,
        string reading,
        string unit,
        IReadOnlyList<(SimTime At, EpochEnded Epoch)> epochs,
        (string Name, Func<EpochEnded, double> Of)[] lines)
    {
        JsonArray series = [];
        foreach ((string line, Func<EpochEnded, double> of) in lines)
        {
            JsonArray points = [.. epochs.Select(point => (JsonNode)ChartParts.Point(Days(point.At), of(point.Epoch)))];
            series.Add(new JsonObject
            {
                ["name"] = line,
                ["type"] = "line",
                ["showSymbol"] = false,
                ["data"] = points,
            });
        }

        JsonObject x = ChartParts.ValueAxis("Simulated time (days)", horizontal: true);
        (x["min"], x["max"]) = (0, ChartParts.Short(Days(epochs[^1].At)));
        return new Chart(
            name,
            title,
            $"{reading} n = {Wording.Count(epochs.Count)} points.",
            new JsonObject
            {
                ["color"] = new JsonArray([.. lines.Select((_, index) => (JsonNode)ChartTheme.OnBoth[index % ChartTheme.OnBoth.Count])]),
                ["grid"] = ChartParts.Grid(),
                ["legend"] = ChartParts.Legend(),
                ["tooltip"] = new JsonObject { ["trigger"] = "axis" },
                ["xAxis"] = x,
                ["yAxis"] = ChartParts.ValueAxis(unit, horizontal: false),
                ["series"] = series,
                ["media"] = ChartParts.Media(
                    new JsonObject { ["grid"] = ChartParts.NarrowGrid(top: 72), ["yAxis"] = new JsonObject { ["nameGap"] = 34 } },
                    new JsonObject { ["grid"] = ChartParts.Grid(), ["yAxis"] = new JsonObject { ["nameGap"] = 56 } }),
            },
            ["Day", .. lines.Select(line => line.Name)],
            [.. epochs.Select(point => (string[])
            [
                Days(point.At).ToString("0", CultureInfo.InvariantCulture),
                .. lines.Select(line => line.Of(point.Epoch).ToString("G6", CultureInfo.InvariantCulture)),
            ])]);
    }

    private static double Days(SimTime at) => (at - SimTime.Start).TotalSeconds / SimDuration.FromDays(1).TotalSeconds;
}
