using System.Text.Json.Nodes;
using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>Where the time of an answer goes, for all answers and for the slow ones.</summary>
internal static class PhaseChart
{
    public static Chart? Of(Measures measures)
    {
        PhaseMeasures phases = measures.Phases;
        if (phases.Count == 0)
        {
            return null;
        }

        List<(string Name, double[] Seconds)> rows = [(Name("All answers", phases.Count), phases.MeanOfAll())];
        AddSlowest(rows, phases, 10);
        AddSlowest(rows, phases, 1);
        Scale scale = Wording.ScaleOfSeconds(rows.Max(row => row.Seconds.Sum()));
        return new Chart(
            "phases",
            "Where the time goes",
            "Mean time per phase. The slow answers are shown apart, because what makes them slow is often not what "
            + "takes longest as a rule.",
            Option(rows, scale),
            ["Answers", .. RequestPhases.All.Select(Label), "Together"],
            [.. rows.Select(Row)])
        {
            Height = 150 + (70 * rows.Count),
        };
    }

    private static void AddSlowest(List<(string Name, double[] Seconds)> rows, PhaseMeasures phases, int percent)
    {
        long count = phases.Count * percent / 100;
        if (phases.MeanOfSlowest(count) is { } means)
        {
            rows.Add((Name($"Slowest {percent} %", count), means));
        }
    }

    private static string Name(string which, long count) => $"{which}\nn = {Wording.Count(count)}";

    private static JsonObject Option(List<(string Name, double[] Seconds)> rows, Scale scale)
    {
        JsonArray series = [];
        for (int i = 0; i < RequestPhases.All.Count; i++)
        {
            JsonArray values = [.. rows.Select(row => (JsonNode)ChartParts.Short(row.Seconds[i] * scale.Factor))];
            series.Add(new JsonObject
            {
                ["name"] = Label(RequestPhases.All[i]),
                ["type"] = "bar",
                ["stack"] = "phases",
                ["barMaxWidth"] = 38,
                ["data"] = values,
            });
        }

        return new JsonObject
        {
            ["grid"] = ChartParts.Grid(left: 110),
            ["legend"] = ChartParts.Legend(),
            ["tooltip"] = new JsonObject
            {
                ["trigger"] = "axis",
                ["axisPointer"] = new JsonObject { ["type"] = "shadow" },
            },
            ["xAxis"] = ChartParts.ValueAxis($"Mean time ({scale.Name})", horizontal: true),
            ["yAxis"] = new JsonObject
            {
                ["type"] = "category",
                ["inverse"] = true,
                ["axisLabel"] = new JsonObject { ["lineHeight"] = 16 },
                ["data"] = new JsonArray([.. rows.Select(row => (JsonNode)row.Name)]),
            },
            ["series"] = series,
            ["media"] = ChartParts.Media(
                new JsonObject { ["grid"] = ChartParts.NarrowGrid(top: 104, left: 96) },
                new JsonObject { ["grid"] = ChartParts.Grid(left: 110) }),
        };
    }

    private static string[] Row((string Name, double[] Seconds) row) =>
        [row.Name.Replace('\n', ' '), .. row.Seconds.Select(Wording.Seconds), Wording.Seconds(row.Seconds.Sum())];

    internal static string Label(RequestPhase phase) => phase switch
    {
        RequestPhase.Challenge => "Challenge (402)",
        RequestPhase.Authorise => "Sign payment",
        RequestPhase.Verify => "Verify payment",
        RequestPhase.Transfer => "On the wire",
        RequestPhase.Queue => "Queue",
        RequestPhase.Compute => "Compute",
        RequestPhase.Answer => "Answer",
        RequestPhase.Check => "Check answer",
        RequestPhase.Unset => throw Invariant.Unreachable(phase),
    };
}
