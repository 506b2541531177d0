using System.Text.Json;

namespace Simulator.Reporting.Tests;

public sealed class BundleTests
{
    private static readonly BundleOptions WithoutPictures = new() { Pictures = false };

    [Fact]
    public void Two_equal_runs_give_bundles_that_are_equal_byte_for_byte()
    {
        using TemporaryFolder folder = new();
        Write(folder.At("a"), WithoutPictures);
        Write(folder.At("b"), WithoutPictures);

        Assert.Equal(File.ReadAllText(folder.At("a/manifest.json")), File.ReadAllText(folder.At("b/manifest.json")));
        Assert.True(Manifest.Scan(folder.At("a")).Count >= 12);
    }

    [Fact]
    public void A_bundle_replaces_an_older_one_and_leaves_nothing_else_behind()
    {
        using TemporaryFolder folder = new();
        Write(folder.At("bundle"), WithoutPictures);
        Write(folder.At("bundle"), WithoutPictures);

        Assert.Equal([folder.At("bundle")], Directory.GetFileSystemEntries(folder.At(string.Empty)));
    }

    [Fact]
    public void A_folder_that_is_not_a_bundle_is_never_overwritten()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.At("papers"));
        File.WriteAllText(folder.At("papers/thesis.txt"), "years of work");

        IOException problem = Assert.Throws<IOException>(
            () => new BundleWriter(folder.At("papers"), SyntheticRun.Description(), WithoutPictures));

        Assert.Contains("is not a bundle", problem.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(folder.At(string.Empty)));
    }

    [Fact]
    public void A_run_that_was_given_up_leaves_nothing_behind()
    {
        using TemporaryFolder folder = new();
        using (BundleWriter writer = new(folder.At("bundle"), SyntheticRun.Description(), WithoutPictures))
        {
            writer.Observe(SyntheticRun.Facts()[0]);
        }

        Assert.Empty(Directory.GetFileSystemEntries(folder.At(string.Empty)));
    }

    [Fact]
    public void What_a_killed_run_left_behind_goes_away_with_the_next_run_of_the_same_target()
    {
        using TemporaryFolder folder = new();
        string abandoned = folder.At($".bundle.{Environment.MachineName}.{int.MaxValue}.x.partial");
        string alive = folder.At($".bundle.{Environment.MachineName}.{Environment.ProcessId}.x.partial");
        Directory.CreateDirectory(abandoned);
        Directory.CreateDirectory(alive);

        Write(folder.At("bundle"), WithoutPictures);

        Assert.False(Directory.Exists(abandoned));
        Assert.True(Directory.Exists(alive));
    }

    [Fact]
    public void The_manifest_tells_a_changed_file_from_the_original()
    {
        using TemporaryFolder folder = new();
        Write(folder.At("bundle"), WithoutPictures);
        using BundleReader reader = new(folder.At("bundle"));
        Assert.Empty(reader.Differences());

        File.AppendAllText(folder.At("bundle/flows.csv"), "a,b,c\n");
        File.WriteAllText(folder.At("bundle/added.txt"), "x");

        Assert.Equal(["added.txt", "flows.csv"], reader.Differences());
    }

    [Fact]
    public void The_summary_counts_every_request_once()
    {
        using TemporaryFolder folder = new();
        Write(folder.At("bundle"), WithoutPictures);
        using BundleReader reader = new(folder.At("bundle"));
        JsonElement requests = reader.Summary.GetProperty("requests");

        long Of(string fate) => requests.GetProperty(fate).GetInt64();
        Assert.Equal(SyntheticRun.Requests, Of("issued"));
        Assert.Equal(Of("issued"), Of("accepted") + Of("refused") + Of("rejected") + Of("timed_out") + Of("open"));
        Assert.Equal(1, Of("open"));
        Assert.Equal(Of("refused"), reader.Summary.GetProperty("refusals").GetProperty("insufficient_permit2_allowance")
            .GetInt64());
    }

    [Fact]
    public void One_request_can_be_read_end_to_end()
    {
        using TemporaryFolder folder = new();
        Write(folder.At("bundle"), WithoutPictures);
        using BundleReader reader = new(folder.At("bundle"));

        IReadOnlyDictionary<string, object?> row = Assert.Single(reader.Rows("requests", "traders/0#1"));

        Assert.Equal("accepted", row["fate"]);
        Assert.Single(reader.Rows("authorisations", "traders/0#1"));
        Assert.Single(reader.Rows("answers", "traders/0#1"));
        Assert.Empty(reader.Rows("answers", "nobody#1"));
    }

    [Fact]
    public void Without_node_the_bundle_is_whole_and_says_how_to_get_the_pictures()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.At("packages"));
        BundleOutcome outcome = Write(
            folder.At("bundle"), new BundleOptions { Node = "no-such-program", ChartPackages = folder.At("packages") });

        Assert.Contains("install Node 20", Assert.Single(outcome.Notes), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.At("bundle/charts"), "*.png"));
        Assert.Equal(5, Directory.GetFiles(folder.At("bundle/charts"), "*.json").Length);
    }

    internal static BundleOutcome Write(string directory, BundleOptions options)
    {
        using BundleWriter writer = new(directory, SyntheticRun.Description(), options);
        SyntheticRun.Feed(writer);
        return writer.Complete(SyntheticRun.Result(SyntheticRun.Verdicts()));
    }
}
