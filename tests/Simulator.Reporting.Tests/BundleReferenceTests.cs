using System.Text.Json;
using System.Text.RegularExpressions;

namespace Simulator.Reporting.Tests;

/// <summary>Holds <c>docs/reference/bundle.md</c> against a bundle.</summary>
public sealed partial class BundleReferenceTests : IDisposable
{
    private static readonly string[] OpenObjects = ["metrics", "refusals", "rejections", "settlement_refusals", "libraries"];
    private static readonly string Page =
        File.ReadAllText(Path.Combine(SchemaReferenceTests.RepositoryRoot(), "docs", "reference", "bundle.md"));

    private readonly TemporaryFolder folder = new();

    public BundleReferenceTests() => BundleTests.Write(folder.At("bundle"), new BundleOptions { Pictures = false });

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_file_of_a_bundle_is_described()
    {
        foreach (string file in Manifest.Scan(folder.At("bundle")).Select(entry => entry.Path).Append(Manifest.Name))
        {
            string shown = ChartName().Replace(file, "charts/*.");
            Assert.Contains($"`{shown}`", Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_member_of_the_summary_is_described_and_nothing_else_is()
    {
        using BundleReader reader = new(folder.At("bundle"));
        string[] told = [.. Members(reader.Summary, string.Empty).Distinct().Order(StringComparer.Ordinal)];
        string table = Page[Page.IndexOf("## summary.json", StringComparison.Ordinal)..];
        (string Name, bool MayBeAbsent)[] described = [.. Row().Matches(table)
            .Select(row => (row.Groups[1].Value, row.Value.Contains("absent", StringComparison.Ordinal)))];

        Assert.Empty(told.Except(described.Select(row => row.Name)));
        Assert.Empty(described.Where(row => !row.MayBeAbsent).Select(row => row.Name).Except(told));
    }

    private static IEnumerable<string> Members(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object =>
            element.EnumerateObject().SelectMany(member => Members(member.Value, Join(path, member.Name))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Members(item, path + "[]")),
        _ => [path],
    };

    private static string Join(string path, string name) =>
        OpenObjects.Contains(path) ? path + ".*" : path.Length == 0 ? name : $"{path}.{name}";

    [GeneratedRegex(@"^charts/[a-z]+\.")]
    private static partial Regex ChartName();

    [GeneratedRegex(@"^\| `([a-z_0-9.*\[\]]+)` \|.*$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
