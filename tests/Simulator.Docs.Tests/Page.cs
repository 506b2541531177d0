using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.Docs.Tests;

/// <summary>What a page asks its reader to do, in the order in which it does.</summary>
/// <remarks>
/// <c>sh</c>: commands, one a line, exit code 0 unless a comment says <c># exit 99</c>. <c>sh long</c>: commands that
/// take too long for a test and run shortened (<see cref="TooLong"/>). <c>text</c> behind commands: what they print, a line <c>…</c> and the end of a line standing
/// for what is left out. A code span that begins with <c>./opgsim</c> is a command too, unless a word in capitals
/// (<c>FILE</c>) stands for something. A <c>yaml</c> fence with a file name is that file.
/// </remarks>
internal sealed partial class Page
{
    private readonly List<Step> steps = [];
    private readonly List<string> longCommands = [];
    private readonly List<string> hidden = [];

    private Page(string path)
    {
        Path = path;
    }

    public string Path { get; }

    public IReadOnlyList<Step> Steps => steps;

    public IReadOnlyList<string> LongCommands => longCommands;

    /// <summary>Lines of other fences that look like commands.</summary>
    public IReadOnlyList<string> Hidden => hidden;

    public static Page Read(string path)
    {
        Page page = new(path);
        string[] lines = File.ReadAllLines(System.IO.Path.Combine(Repository.Root, path));
        int number = 0;
        while (number < lines.Length)
        {
            Match fence = Fence().Match(lines[number]);
            if (!fence.Success)
            {
                page.AddSpans(lines[number], number + 1);
                number++;
                continue;
            }

            int indent = fence.Groups[1].Length;
            int end = Array.FindIndex(lines, number + 1, line => line.Trim() == "```");
            string[] body = [.. lines[(number + 1)..end].Select(line => line.Length < indent ? line : line[indent..])];
            page.AddFence(fence.Groups[2].Value.Trim(), body, number + 2);
            number = end + 1;
        }

        return page;
    }

    private void AddFence(string kind, string[] body, int line)
    {
        switch (kind.Split(' ', 2))
        {
            case ["sh"]:
                steps.AddRange(body.Select((text, index) => CommandOf(text, line + index)).OfType<Command>());
                break;
            case ["sh", "long"]:
                foreach (string text in body.Where(text => text.Length > 0))
                {
                    AddLong(text, line);
                }

                break;
            case ["text"] when steps.Count > 0:
                steps.Add(new Shown(body, line));
                break;
            case ["yaml", string name]:
                steps.Add(new NamedFile(name, string.Join('\n', body) + "\n", line));
                break;
            default:
                hidden.AddRange(body.Where(text => LooksLikeCommand().IsMatch(text)));
                break;
        }
    }

    private void AddSpans(string text, int line)
    {
        foreach (Match span in Span().Matches(text))
        {
            string command = span.Groups[1].Value;
            if (TooLong.All.Contains(command))
            {
                AddLong(command, line);
            }
            else if (!Placeholder().IsMatch(command))
            {
                steps.Add(CommandOf(command, line)!);
            }
        }
    }

    private void AddLong(string command, int line)
    {
        longCommands.Add(command);
        if (TooLong.ShorterThan(command) is { } shorter)
        {
            steps.Add(CommandOf(shorter, line)!);
        }
    }

    private static Command? CommandOf(string text, int line)
    {
        if (string.IsNullOrWhiteSpace(text) || text.TrimStart().StartsWith('#'))
        {
            return null;
        }

        Match exit = Exit().Match(text);
        return new Command(text, exit.Success ? int.Parse(exit.Groups[1].Value, CultureInfo.InvariantCulture) : 0, line);
    }

    [GeneratedRegex("^( *)```(.*)$")]
    private static partial Regex Fence();

    [GeneratedRegex("`((?:\\./opgsim|notebooks/run)(?: [^`]*)?)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"(^|[ =/-])[A-Z]{2,}|…")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"# exit (\d+)")]
    private static partial Regex Exit();

    [GeneratedRegex(@"^\s*(\./opgsim|opgsim|dotnet|mpiexec|sbatch|notebooks/run|npm|node|python3) ")]
    private static partial Regex LooksLikeCommand();
}

/// <summary>Something on a page, at a line counted from 1.</summary>
internal abstract record Step(int Line);

/// <summary>A command for the shell.</summary>
internal sealed record Command(string Text, int ExitCode, int Line) : Step(Line);

/// <summary>What the commands before it print.</summary>
internal sealed record Shown(IReadOnlyList<string> Lines, int Line) : Step(Line);

/// <summary>A file that the reader is asked to write.</summary>
internal sealed record NamedFile(string Name, string Content, int Line) : Step(Line);
