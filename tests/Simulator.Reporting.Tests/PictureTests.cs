namespace Simulator.Reporting.Tests;

public sealed class PictureTests
{
    /// <remarks>
    /// Skips itself nowhere: a machine that builds with npm has Node; without the packages the note says so.
    /// </remarks>
    [Fact]
    public void Pictures_of_two_equal_runs_are_equal_or_skipped_with_a_reason()
    {
        using TemporaryFolder folder = new();
        BundleOutcome first = BundleTests.Write(folder.At("a"), BundleOptions.Default);
        BundleOutcome second = BundleTests.Write(folder.At("b"), BundleOptions.Default);

        Assert.Equal(first.Notes, second.Notes);
        Assert.Equal(Manifest.Scan(folder.At("a")), Manifest.Scan(folder.At("b")));
        Assert.Equal(first.Notes.Count == 0 ? 4 : 0, Directory.GetFiles(folder.At("a/charts"), "*.svg").Length);
        Assert.Equal(first.Notes.Count == 0 ? 4 : 0, Directory.GetFiles(folder.At("a/charts"), "*.png").Length);
        if (Environment.GetEnvironmentVariable("OPGSIM_KEEP_BUNDLE") is { Length: > 0 } keep)
        {
            var facts = SyntheticRun.Facts();
            for (int k = 0; k < 3; k++)
            {
                long t0 = System.Diagnostics.Stopwatch.GetTimestamp();
                using BundleWriter writer = new(keep, SyntheticRun.Description(), BundleOptions.Default);
                foreach (var fact in facts)
                {
                    writer.Observe(fact);
                }

                long t1 = System.Diagnostics.Stopwatch.GetTimestamp();
                writer.Complete(SyntheticRun.Result(SyntheticRun.Verdicts()));
                long t2 = System.Diagnostics.Stopwatch.GetTimestamp();
                File.AppendAllText(keep + ".txt", $"{facts.Count} facts {(t1 - t0) / 1e6} ms, complete {(t2 - t1) / 1e6} ms\n");
            }
        }
    }
}
