namespace Simulator.Reporting.Tests;

public sealed class PictureTests
{
    /// <remarks>Skips itself nowhere: a machine that builds with npm has Node; without the packages the note says so.</remarks>
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
            BundleTests.Write(keep, BundleOptions.Default);
        }
    }
}
