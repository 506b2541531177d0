using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Primitives;
using Simulator.Statistics;

namespace Simulator.Reporting.Tests;

/// <summary>Distributions, courses and flows over replications: small, kept as they were, and drawn with their spread.</summary>
public sealed class ShapeTests
{
    private const int LargestReport = 5_000_000;

    [Fact]
    public void A_shape_reads_back_as_it_was_written()
    {
        ExperimentRun run = RunOf(replication: 3, Shape(scale: 1.5, accepted: 7));

        string line = System.Text.Encoding.UTF8.GetString(ExperimentBundle.LineOf(run));
        using JsonDocument json = JsonDocument.Parse(line);
        RunShape read = ExperimentRunJson.Read(json.RootElement).Figures!.Shape!;

        RunShape written = run.Figures!.Shape!;
        Assert.Equal(written.Spreads[0].Values, read.Spreads[0].Values);
        Assert.Equal(written.Course.Accepted, read.Course.Accepted);
        Assert.Equal(written.Course.Asked, read.Course.Asked);
        Assert.Equal(written.Course.Latency, read.Course.Latency);
        Assert.Equal(written.Course.Width, read.Course.Width);
        Assert.Equal(written.Flows, read.Flows);
    }

    [Fact]
    public void An_arm_is_the_mean_over_its_runs_with_students_interval_at_every_place()
    {
        ArmShapeSum sum = new();
        sum.Add(Shape(scale: 1, accepted: 10));
        sum.Add(Shape(scale: 2, accepted: 20));
        sum.Add(Shape(scale: 3, accepted: 60));

        ArmShape arm = sum.Mean()!;

        // Values 1, 2, 3 at p1: standard deviation 1, Student's t with two degrees of freedom 4.302653 (any printed table).
        Estimate lowest = arm.Spreads[0].Values[0];
        Assert.Equal(2, lowest.Value, 12);
        Assert.Equal(4.302653 / Math.Sqrt(3), lowest.HalfWidth!.Value, 6);
        Assert.Equal(3, lowest.N);
        Assert.All(arm.Accepted, bin => Assert.Equal(15, bin.Value, 12));
        Assert.Equal(OpgAmount.FromWholeOpg(30).BaseUnits, arm.Flows[0].Amount.BaseUnits);
        Assert.All(arm.Latency, bin => Assert.Equal(0.2, bin.Mean.Value, 12));
        Assert.Equal(3, arm.Runs);
    }

    [Fact]
    public void A_course_loses_no_request_that_was_accepted_while_users_asked()
    {
        Measures measures = Measured();

        RunCourse course = RunShape.Of(measures).Course;

        Assert.Equal(measures.OverTime.AcceptedWhileAsking, course.Accepted.Sum());
        Assert.Equal(measures.OverTime.IssuedWhileAsking, course.Asked.Sum());
        Assert.InRange(course.Asked.Count, 1, RunCourse.MostBins);
        Assert.All(course.Accepted.Zip(course.Latency), bin => Assert.Equal(bin.First > 0, bin.Second > 0));
    }

    [Fact]
    public void A_spread_holds_the_percentiles_of_its_run()
    {
        Measures measures = Measured();

        RunSpread spread = RunShape.Of(measures).Spreads.Single(one => one.Metric == "latency.end_to_end");

        double median = measures.Evaluate("latency.end_to_end", Aggregate.Percentile(50)).Estimate!.Value;
        Assert.Equal(median, spread.Values[RunSpread.Percents.ToList().IndexOf(50)], median / 10_000);
        Assert.Equal(spread.Values.Order(), spread.Values);
    }

    [Fact]
    public void Charts_carry_units_bands_and_what_they_leave_out()
    {
        using TemporaryFolder folder = new();

        Write(folder, Summary(arms: 12, figures: 3));

        JsonNode spread = Chart(folder, "spread-latency-end-to-end");
        Assert.Equal("latency.end_to_end (s)", (string?)spread["yAxis"]!["name"]);
        Assert.Equal("Share that took no longer (%)", (string?)spread["xAxis"]!["name"]);
        Assert.Equal(3 * ArmShape.MostArms, spread["series"]!.AsArray().Count);
        Assert.Equal("Simulated time (s)", (string?)Chart(folder, "course-accepted")["xAxis"]!["name"]);
        Assert.Equal("Mean end-to-end latency (ms)", (string?)Chart(folder, "course-latency")["yAxis"]!["name"]);
        Assert.Equal(11, Chart(folder, "difference-0")["series"]![0]!["data"]!.AsArray().Count);
        Assert.Equal("sankey", (string?)Chart(folder, "flows-0")["series"]![0]!["type"]);
        Assert.Contains("The first 8 of 12 arms", Report(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_of_an_experiment_far_beyond_those_shipped_can_still_be_sent_by_mail()
    {
        using TemporaryFolder folder = new();

        Write(folder, Summary(arms: 400, figures: 120));

        string html = Report(folder);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(html), 1, LargestReport);
        Assert.Contains("Tables show the first 200 of 400 arms", html, StringComparison.Ordinal);
    }

    private static void Write(TemporaryFolder folder, ExperimentSummary summary)
    {
        File.WriteAllText(folder.At(ExperimentBundle.JournalName), string.Empty);
        ExperimentBundle.Write(folder.At(string.Empty), summary, [], new BundleOptions { Pictures = false });
    }

    private static JsonNode Chart(TemporaryFolder folder, string name) =>
        JsonNode.Parse(File.ReadAllText(folder.At(Path.Combine("charts", name + ".json"))))!;

    private static string Report(TemporaryFolder folder) => File.ReadAllText(folder.At("report.html"));

    private static Measures Measured()
    {
        Measures measures = new(SyntheticRun.Duration);
        SyntheticRun.Feed(measures);
        measures.Complete();
        return measures;
    }

    private static RunShape Shape(double scale, long accepted) => new(
        [new RunSpread("latency.end_to_end", [.. RunSpread.Percents.Select(percent => percent * scale)])],
        new RunCourse(
            SimDuration.FromSeconds(2),
            [.. Enumerable.Repeat(accepted, RunCourse.MostBins)],
            [.. Enumerable.Repeat(accepted, RunCourse.MostBins)],
            [.. Enumerable.Repeat(scale / 10, RunCourse.MostBins)]),
        [new Flow("traders", "honest", "upto_settlement", accepted, OpgAmount.FromWholeOpg((ulong)accepted))]);

    private static ExperimentRun RunOf(int replication, RunShape shape) => new(0, replication)
    {
        Seed = 1,
        Figures = new RunFigures
        {
            Digest = new string('0', 64),
            Facts = new string('1', 64),
            Events = 1,
            End = SimTime.Start,
            Requests = new RequestCounts(1, 1, 0, 0, 0, 0),
            Checkers = [],
            Figures = [],
            Shape = shape,
        },
    };

    private static ExperimentSummary Summary(int arms, int figures)
    {
        ArmShapeSum sum = new();
        sum.Add(Shape(scale: 1, accepted: 10));
        sum.Add(Shape(scale: 1.1, accepted: 12));
        return new ExperimentSummary
        {
            Description = SyntheticRun.Description(),
            Design = "grid",
            Replications = "2",
            Arms = [.. Enumerable.Range(0, arms).Select(arm => Arm(arm, figures, sum.Mean()!))],
            Verdicts = [],
            Asked = ["figure(0)", "figure(1)"],
            Digest = new string('0', 64),
            Facts = new string('1', 64),
            IsComplete = true,
            RunsFinished = 2 * arms,
            Failures = [],
            Family = 0,
        };
    }

    private static ArmSummary Arm(int arm, int figures, ArmShape shape) => new(
        arm,
        [new ArmValue("users.traders.count", arm.ToString(CultureInfo.InvariantCulture), arm, string.Empty)],
        Finished: 2,
        Failed: 0,
        [.. Enumerable.Range(0, figures).Select(index => new ArmFigure(Name(index), MetricUnit.Seconds, Value(arm), 0))])
    {
        Differences = arm == 0
            ? []
            : [.. Enumerable.Range(0, figures).Select(
                index => new FigureDifference(Name(index), MetricUnit.Seconds, Value(arm), 0.01, null))],
        Shape = arm < ArmShape.MostArms ? shape : null,
    };

    private static string Name(int index) => $"figure({index.ToString(CultureInfo.InvariantCulture)})";

    private static Estimate Value(int arm) => Estimate.Symmetric(arm + 1, 0.5, 2, "mean, Student t");
}
