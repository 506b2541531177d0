using System.Collections.Concurrent;

namespace Simulator.Docs.Tests;

/// <summary>A page done from top to bottom by somebody who follows it to the letter; each page once.</summary>
internal sealed class PageRun
{
    private static readonly ConcurrentDictionary<string, Lazy<PageRun>> Done = new(StringComparer.Ordinal);

    // A report can be sent by mail, whatever it is about.
    private const long LargestReport = 5_000_000;

    private readonly List<string> problems = [];
    private readonly List<(Command Command, string Output)> outputs = [];

    private PageRun(Page page)
    {
        using Workplace place = new();
        foreach (Step step in page.Steps)
        {
            switch (step)
            {
                case NamedFile file: File.WriteAllText(place.At(file.Name), file.Content); break;
                case Command command: Run(page, place, command); break;
                case Shown shown: Compare(page, shown); break;
            }
        }

        problems.AddRange(place.Reports().Where(report => report.Length > LargestReport)
            .Select(report => $"{page.Path}: {report.FullName} has {report.Length} bytes"));
    }

    public IReadOnlyList<string> Problems => problems;

    public static PageRun Of(string path) => Done.GetOrAdd(path, key => new Lazy<PageRun>(() => new PageRun(Page.Read(key)))).Value;

    /// <summary>What the command that contains all these words printed.</summary>
    public string OutputOf(params string[] words) => outputs.First(
        output => words.All(word => output.Command.Text.Contains(word, StringComparison.Ordinal))).Output;

    private void Run(Page page, Workplace place, Command command)
    {
        (int exitCode, string output, string error) = place.Run(command.Text);
        outputs.Add((command, output));
        if (exitCode != command.ExitCode)
        {
            problems.Add($"{page.Path}:{command.Line}: '{command.Text}' ended with {exitCode}, not {command.ExitCode}\n"
                + Last(output) + Last(error));
        }
    }

    // Line by line and in order; spaces count as one, because columns are as wide as the widest line that is not shown.
    private void Compare(Page page, Shown shown)
    {
        string[] printed = [.. outputs[^1].Output.Split('\n').Select(Plain)];
        int next = 0;
        foreach (string line in shown.Lines.Select(Plain).Where(line => line.Length > 0 && line != "…"))
        {
            string wanted = line.TrimEnd('…');
            int found = Array.FindIndex(printed, next, candidate => line.EndsWith('…')
                ? candidate.StartsWith(wanted, StringComparison.Ordinal)
                : candidate == wanted);
            if (found < 0)
            {
                problems.Add($"{page.Path}:{shown.Line}: shown but not printed: {line}");
                continue;
            }

            next = found + 1;
        }
    }

    private static string Plain(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Last(string text) => text.Length <= 2_000 ? text : text[^2_000..];
}
