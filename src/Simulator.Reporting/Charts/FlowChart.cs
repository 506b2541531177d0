using System.Text.Json.Nodes;
using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>Where OPG went: payer group, cause, receiver group. Sums are exact; genesis is left to the table.</summary>
internal static class FlowChart
{
    // What unlocks is hundreds of times what is paid.
    private static readonly string[] OfEconomies = [FlowMeasures.Genesis, "unlock", "bond", "unbond"];

    public static Chart? Of(Measures measures)
    {
        string[] left = measures.Economy.Course.Epochs.Count == 0 ? [FlowMeasures.Genesis] : OfEconomies;
        Flow[] flows = [.. measures.Flows.Where(flow => !left.Contains(flow.Cause) && !flow.Amount.IsZero)];
        if (flows.Length == 0)
        {
            return null;
        }

        return Of(
            flows,
            "flows",
            "Where the money went",
            $"OPG from payers (left) through its cause to receivers (right), {Wording.Opg(Total(flows))} in all. "
                + $"Left to the table further down: {string.Join(", ", left)}.");
    }

    /// <param name="flows">At least one, none of them zero.</param>
    /// <param name="name">File name without ending; begins with <c>flows</c>.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="reading">How to read it.</param>
    public static Chart Of(Flow[] flows, string name, string title, string reading) =>
        new(name, title, reading, Option(flows), ["From", "To", "Cause", "Transfers", "Amount"], [.. flows.Select(Row)])
        {
            Height = Math.Clamp(160 + (60 * flows.Length), 280, 900),
        };

    private static JsonObject Option(Flow[] flows)
    {
        JsonArray nodes = [];
        AddNodes(nodes, flows, flow => flow.From, "from ", "right");
        AddNodes(nodes, flows, flow => flow.Cause, "cause ", "top");
        AddNodes(nodes, flows, flow => flow.To, "to ", "left");
        JsonArray links = [];
        AddLinks(links, flows, flow => (flow.From, "from " + flow.From, "cause " + flow.Cause));
        AddLinks(links, flows, flow => (flow.To, "cause " + flow.Cause, "to " + flow.To));
        return new JsonObject
        {
            ["tooltip"] = new JsonObject { ["trigger"] = "item" },
            ["series"] = new JsonArray(new JsonObject
            {
                ["type"] = "sankey",
                ["left"] = 210,
                ["right"] = 210,
                ["top"] = 52,
                ["bottom"] = 24,
                ["nodeWidth"] = 14,
                ["nodeGap"] = 40,
                ["draggable"] = false,
                ["lineStyle"] = new JsonObject { ["color"] = "source", ["opacity"] = 0.35 },
                ["emphasis"] = new JsonObject { ["focus"] = "adjacency" },
                ["data"] = nodes,
                ["links"] = links,
            }),
            ["media"] = ChartParts.Media(Margins(96), Margins(210)),
        };
    }

    private static JsonObject Margins(int beside) => new()
    {
        ["series"] = new JsonArray(new JsonObject { ["left"] = beside, ["right"] = beside }),
    };

    // Prefixes keep a group that pays and receives apart, so that the diagram never runs in a circle.
    private static void AddNodes(JsonArray nodes, Flow[] flows, Func<Flow, string> key, string prefix, string side)
    {
        foreach (IGrouping<string, Flow> group in flows.GroupBy(key).OrderBy(
            group => group.Key, StringComparer.Ordinal))
        {
            OpgAmount amount = Total(group);
            nodes.Add(new JsonObject
            {
                ["name"] = prefix + group.Key,
                ["depth"] = side == "right" ? 0 : side == "top" ? 1 : 2,
                ["itemStyle"] = new JsonObject { ["color"] = ChartTheme.OnBoth[nodes.Count % ChartTheme.OnBoth.Count] },
                ["label"] = new JsonObject
                {
                    ["lineHeight"] = 17,
                    ["align"] = side == "top" ? "center" : side,
                    ["position"] = side == "right" ? "left" : side == "top" ? "top" : "right",
                    ["formatter"] = $"{group.Key}\n{Wording.ShortOpg(amount)}",
                },
                ["tooltip"] = new JsonObject { ["formatter"] = $"{prefix}{group.Key}: {Wording.Opg(amount)}" },
            });
        }
    }

    private static void AddLinks(JsonArray links, Flow[] flows, Func<Flow, (string Group, string From, string To)> ends)
    {
        foreach (var group in flows.GroupBy(ends).OrderBy(group => group.Key))
        {
            OpgAmount amount = Total(group);
            string text = $"{group.Key.From} → {group.Key.To}: {Wording.Opg(amount)}";
            links.Add(new JsonObject
            {
                ["source"] = group.Key.From,
                ["target"] = group.Key.To,
                ["value"] = amount.ToDouble(),
                ["tooltip"] = new JsonObject { ["formatter"] = text },
            });
        }
    }

    private static string[] Row(Flow flow) =>
        [flow.From, flow.To, flow.Cause, Wording.Count(flow.Transfers), Wording.Opg(flow.Amount)];

    private static OpgAmount Total(IEnumerable<Flow> flows) =>
        flows.Aggregate(OpgAmount.Zero, (total, flow) => total + flow.Amount);
}
