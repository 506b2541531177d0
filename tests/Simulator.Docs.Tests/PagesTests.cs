using System.Text.RegularExpressions;

namespace Simulator.Docs.Tests;

/// <summary>Pages lead where they say, and every page can be found from the index.</summary>
public sealed partial class PagesTests
{
    private static readonly string[] Unlisted = ["README.md", "docs/README.md"];

    public static TheoryData<string> Pages() => [.. Repository.Pages()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_of_a_page_lead_to_files_that_are_there(string path) =>
        Assert.All(Targets(path), target => Assert.True(Path.Exists(target), target));

    [Fact]
    public void The_index_names_every_page()
    {
        HashSet<string> named = new(Targets("docs/README.md"), StringComparer.Ordinal);

        Assert.All(
            Repository.Pages()
                .Where(path => !Unlisted.Contains(path) && !path.StartsWith("docs/adr/", StringComparison.Ordinal)),
            path => Assert.Contains(Path.GetFullPath(path, Repository.Root), named));
    }

    private static IEnumerable<string> Targets(string path)
    {
        string page = Path.Combine(Repository.Root, path);
        return Link().Matches(File.ReadAllText(page))
            .Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Select(target => Path.GetFullPath(target.Split('#')[0], Path.GetDirectoryName(page)!));
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
