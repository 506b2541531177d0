namespace Simulator.Docs.Tests;

/// <summary>Whoever follows a page of the documentation meets nothing that does not work.</summary>
public sealed class CommandTests
{
    public static TheoryData<string> Pages() =>
        [.. Repository.Pages().Where(path => Page.Read(path).Steps.OfType<Command>().Any())];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_of_a_page_ends_as_the_page_says(string path)
    {
        IReadOnlyList<string> problems = PageRun.Of(path).Problems;

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public void Commands_that_take_too_long_for_a_test_are_few_and_listed()
    {
        string[] marked = [.. Repository.Pages().SelectMany(path => Page.Read(path).LongCommands).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal([.. TooLong.All.Order(StringComparer.Ordinal)], marked);
    }

    [Fact]
    public void No_command_stands_where_no_test_sees_it()
    {
        Assert.Empty(Repository.Pages().SelectMany(path => Page.Read(path).Hidden.Select(line => $"{path}: {line}")));
    }
}
