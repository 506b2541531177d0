using System.CommandLine;
using Simulator.Scenarios;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim schema</c>: the JSON Schema of scenario files, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        Command command = new("schema", "Prints the JSON Schema of scenario files, for editors");
        command.SetAction(_ =>
        {
            Console.Out.WriteLine(ScenarioJsonSchema.Write());
            return ExitCode.Success;
        });
        return command;
    }
}
