using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Simulator.Reporting;

/// <summary>Charts as text: definitions in <c>charts/*.json</c> and the work order of the renderer.</summary>
internal static class ChartFiles
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void WriteDefinitions(string folder, IEnumerable<Chart> charts)
    {
        Directory.CreateDirectory(folder);
        foreach (Chart chart in charts)
        {
            File.WriteAllText(Path.Combine(folder, chart.Name + ".json"), chart.Option.ToJsonString(Indented) + "\n");
        }
    }

    public static string WorkOrder(string folder, IEnumerable<Chart> charts)
    {
        JsonArray list = [];
        foreach (Chart chart in charts)
        {
            list.Add(new JsonObject
            {
                ["name"] = chart.Name,
                ["width"] = Chart.Width,
                ["height"] = chart.Height,
                ["option"] = chart.Option.DeepClone(),
            });
        }

        return new JsonObject { ["output"] = folder, ["theme"] = ChartTheme.Light(), ["charts"] = list }.ToJsonString();
    }
}
