namespace Simulator.Reporting.Tests;

public sealed class PictureTests
{
    /// <remarks>
    /// A machine that built without npm has no chart packages; then both runs must say so in the same words.
    /// </remarks>
    [Fact]
    public void Pictures_of_two_equal_runs_are_equal_or_skipped_with_a_reason()
    {
        using TemporaryFolder folder = new();
        BundleOutcome first = BundleTests.Write(folder.At("a"), BundleOptions.Default);
        BundleOutcome second = BundleTests.Write(folder.At("b"), BundleOptions.Default);

        Assert.Equal(first.Notes, second.Notes);
        Assert.Equal(Manifest.Scan(folder.At("a")), Manifest.Scan(folder.At("b")));
        Assert.Equal(first.Notes.Count == 0 ? 5 : 0, Directory.GetFiles(folder.At("a/charts"), "*.svg").Length);
        Assert.Equal(first.Notes.Count == 0 ? 5 : 0, Directory.GetFiles(folder.At("a/charts"), "*.png").Length);
    }
}
