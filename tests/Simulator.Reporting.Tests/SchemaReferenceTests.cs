namespace Simulator.Reporting.Tests;

public sealed class SchemaReferenceTests
{
    /// <remarks>OPGSIM_WRITE_GOLDEN=1 writes the page anew after a change of the schema.</remarks>
    [Fact]
    public void The_reference_page_of_the_database_says_what_the_schema_says()
    {
        string page = Path.Combine(RepositoryRoot(), "docs", "reference", "database.md");
        if (Environment.GetEnvironmentVariable("OPGSIM_WRITE_GOLDEN") is { Length: > 0 })
        {
            File.WriteAllText(page, SchemaReference.Markdown());
        }

        Assert.Equal(SchemaReference.Markdown(), File.ReadAllText(page));
    }

    internal static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Simulator.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("no folder above holds Simulator.sln");
    }
}
