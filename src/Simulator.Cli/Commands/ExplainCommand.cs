using System.CommandLine;
using Simulator.Scenarios;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim explain FILE</c>: the resolved scenario and where each value came from.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        ScenarioArguments arguments = new();
        Command command = new("explain", "Prints the resolved scenario and where each value came from");
        arguments.AddTo(command);
        command.SetAction(parsed =>
        {
            if (arguments.Load(parsed) is not { } scenario)
            {
                return ExitCode.BadInput;
            }

            ScenarioExplanation.Write(scenario, Console.Out);
            return ExitCode.Success;
        });
        return command;
    }
}
