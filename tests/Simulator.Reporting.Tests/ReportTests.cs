using System.Text.RegularExpressions;
using Simulator.Primitives;

namespace Simulator.Reporting.Tests;

public sealed partial class ReportTests
{
    private static readonly BundleOptions WithoutPictures = new() { Pictures = false };

    [Fact]
    public void The_report_is_one_offline_file_below_five_megabytes()
    {
        string page = Page(SyntheticRun.Description(), SyntheticRun.Result(SyntheticRun.Verdicts()));

        Assert.InRange(page.Length, 10_000, 5_000_000);
        Assert.DoesNotMatch(ExternalResource(), BeforeLibrary(page));
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_come_before_everything_else_with_value_interval_and_n()
    {
        string page = Page(SyntheticRun.Description(), SyntheticRun.Result(SyntheticRun.Verdicts()));

        int verdicts = page.IndexOf("id=\"verdicts-title\"", StringComparison.Ordinal);
        int figures = page.IndexOf("id=\"figures-title\"", StringComparison.Ordinal);
        int charts = page.IndexOf("id=\"charts-title\"", StringComparison.Ordinal);
        Assert.True(0 < verdicts && verdicts < figures && figures < charts);
        Assert.Contains("<code>p99(latency.end_to_end) &lt; 4 s</code>", page, StringComparison.Ordinal);
        Assert.Contains("940 ms (846 to 1,039 ms), n = 1,155", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_from_a_scenario_cannot_become_markup()
    {
        RunDescription hostile = SyntheticRun.Description() with
        {
            Question = "<img src=x onerror=alert(1)>",
            Scenario = "</script><script>alert(2)</script>",
        };

        string page = BeforeLibrary(Page(hostile, SyntheticRun.Result()));

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert(2)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_run_says_so_in_report_and_summary()
    {
        using TemporaryFolder folder = new();
        RunResult interrupted = SyntheticRun.Result() with
        {
            Completion = RunCompletion.Interrupted,
            End = new SimTime(90_000_000_000)
        };
        using (BundleWriter writer = new(folder.At("bundle"), SyntheticRun.Description(), WithoutPictures))
        {
            foreach (Records.ObservedFact fact in SyntheticRun.Facts().Where(fact => fact.At < interrupted.End))
            {
                writer.Observe(fact);
            }

            writer.Complete(interrupted);
        }

        using BundleReader bundle = new(folder.At("bundle"));
        Assert.Empty(bundle.Differences());
        Assert.Equal("interrupted", bundle.Summary.GetProperty("completion").GetString());
        Assert.Contains("interrupted after 90 s of 10 min", File.ReadAllText(folder.At("bundle/report.html")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_in_which_nothing_happened_still_makes_a_bundle()
    {
        using TemporaryFolder folder = new();
        using BundleWriter writer = new(folder.At("bundle"), SyntheticRun.Description(), WithoutPictures);

        BundleOutcome outcome = writer.Complete(SyntheticRun.Result(SyntheticRun.Verdicts()));

        Assert.Equal(VerdictOutcome.Inconclusive, outcome.Summary.Outcome);
        Assert.Equal(0, outcome.Summary.Requests.Issued);
        Assert.Empty(Directory.GetFiles(folder.At("bundle/charts")));
    }

    [Theory]
    [InlineData("0", "0 OPG")]
    [InlineData("1", "0.000000000000000001 OPG")]
    [InlineData("1234500000000000000000", "1,234.5 OPG")]
    public void Amounts_are_written_exactly(string attoOpg, string expected) =>
        Assert.Equal(expected, Wording.Opg(
            new OpgAmount(UInt128.Parse(attoOpg, System.Globalization.CultureInfo.InvariantCulture))));

    /// <summary>All that is ours; the chart library behind it holds markup of its own in its strings.</summary>
    private static string BeforeLibrary(string page)
    {
        int data = page.IndexOf("id=\"chart-data\"", StringComparison.Ordinal);
        return data < 0 ? page : page[..page.IndexOf("</script>", data, StringComparison.Ordinal)];
    }

    private static string Page(RunDescription description, RunResult result)
    {
        using TemporaryFolder folder = new();
        using (BundleWriter writer = new(folder.At("bundle"), description, WithoutPictures))
        {
            SyntheticRun.Feed(writer);
            writer.Complete(result);
        }

        return File.ReadAllText(folder.At("bundle/report.html"));
    }

    [GeneratedRegex("<link|<script[^>]+src=|<iframe|@import|<img[^>]+src=")]
    private static partial Regex ExternalResource();
}
