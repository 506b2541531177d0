using System.Text.Json;
using Simulator.Primitives;

namespace Simulator.Reporting.Tests;

public sealed class ChartTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly BundleOutcome outcome;

    public ChartTests() => outcome = BundleTests.Write(folder.At("bundle"), new BundleOptions { Pictures = false });

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Whatever_flows_into_a_node_of_the_money_chart_flows_out_of_it()
    {
        JsonElement series = Definition("flows").GetProperty("series")[0];
        decimal Sum(string end, string node) => series.GetProperty("links").EnumerateArray()
            .Where(link => link.GetProperty(end).GetString() == node)
            .Sum(link => link.GetProperty("value").GetDecimal());

        decimal total = Sum("target", "cause settlement");

        Assert.Equal(total, Sum("source", "cause settlement"));
        Assert.Equal(total, Sum("source", "from traders") + Sum("source", "from researchers"));
        Assert.Equal(total, Sum("target", "to gateways"));
    }

    [Fact]
    public void The_money_chart_names_exact_amounts()
    {
        string tooltip = Definition("flows").GetProperty("series")[0].GetProperty("data").EnumerateArray()
            .Single(node => node.GetProperty("name").GetString() == "to gateways")
            .GetProperty("tooltip").GetProperty("formatter").GetString()!;
        OpgAmount moved = outcome.Summary.Flows
            .Where(flow => flow.To == "gateways")
            .Aggregate(OpgAmount.Zero, (sum, flow) => sum + flow.Amount);

        Assert.Equal("to gateways: " + Wording.Opg(moved), tooltip);
    }

    [Fact]
    public void Every_answer_is_in_the_latency_chart_or_named_as_left_out()
    {
        JsonElement series = Definition("latency").GetProperty("series");
        double inBars = series[0].GetProperty("data").EnumerateArray().Skip(1).Sum(point => point[1].GetDouble());

        Assert.Equal(outcome.Summary.Requests.Accepted, inBars);
        Assert.Equal(100, series[1].GetProperty("data").EnumerateArray().Last()[1].GetDouble());
    }

    [Theory]
    [InlineData("latency", "End-to-end latency (s)", "Answers per 0.05 s")]
    [InlineData("throughput", "Simulated time (min)", "Requests per second")]
    public void Axes_name_quantity_and_unit(string chart, string horizontal, string vertical)
    {
        JsonElement definition = Definition(chart);
        JsonElement y = definition.GetProperty("yAxis");

        Assert.Equal(horizontal, definition.GetProperty("xAxis").GetProperty("name").GetString());
        Assert.Equal(vertical, (y.ValueKind == JsonValueKind.Array ? y[0] : y).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("latency")]
    [InlineData("throughput")]
    public void Each_bar_stands_over_its_own_bin(string chart)
    {
        JsonElement series = Definition(chart).GetProperty("series")[0];
        JsonElement points = series.GetProperty("data");

        // Points are right edges; ECharts' "start" draws a value from the point before up to its own point.
        Assert.Equal("start", series.GetProperty("step").GetString());
        Assert.Equal(0, points[0][0].GetDouble());
        Assert.Equal(points[0][1].GetDouble(), points[1][1].GetDouble());
    }

    [Fact]
    public void The_drain_is_marked_in_the_chart_over_time()
    {
        JsonElement drain = Definition("throughput").GetProperty("series")[0].GetProperty("markArea").GetProperty("data")[0];

        Assert.Equal("drain", drain[0].GetProperty("name").GetString());
        Assert.Equal(10, drain[0].GetProperty("xAxis").GetDouble());
    }

    private JsonElement Definition(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(folder.At($"bundle/charts/{name}.json")));
        return document.RootElement.Clone();
    }
}
