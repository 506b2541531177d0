using System.CommandLine;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim check FILE</c>: all problems of a scenario, or that there are none.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        ScenarioArguments arguments = new();
        Command command = new("check", "Tells every problem of a scenario file at once");
        arguments.AddTo(command);
        command.SetAction(parsed =>
        {
            if (arguments.Load(parsed) is not { } scenario)
            {
                return ExitCode.BadInput;
            }

            Console.Out.WriteLine($"{arguments.PathOf(parsed)}: no problems");
            Console.Out.WriteLine($"scenario: {scenario.Hash}");
            return ExitCode.Success;
        });
        return command;
    }
}
