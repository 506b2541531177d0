using System.CommandLine;
using System.CommandLine.Parsing;

namespace Simulator.Cli.Terminal;

/// <summary>What is wrong with a command line, each problem on a line, and the way to the help.</summary>
internal static class CommandLineProblems
{
    public static int Tell(ParseResult parsed)
    {
        foreach (ParseError error in parsed.Errors)
        {
            Console.Error.WriteLine($"opgsim: {error.Message}");
        }

        Console.Error.WriteLine($"opgsim: './opgsim{PathOf(parsed.CommandResult)} --help' shows what is expected");
        return ExitCode.BadInput;
    }

    private static string PathOf(SymbolResult? result) =>
        result is CommandResult { Command: not RootCommand } command ? $"{PathOf(command.Parent)} {command.Command.Name}" : "";
}
