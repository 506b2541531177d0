using System.CommandLine;
using Simulator.Cli.Commands;
using Simulator.Cli.Terminal;

namespace Simulator.Cli;

internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        RootCommand root = new("Simulates a verifiable, decentralised AI-inference network: one scenario file in, one answer out.")
        {
            RunCommand.Create(),
            CheckCommand.Create(),
            ExplainCommand.Create(),
            PlanCommand.Create(),
            CompareCommand.Create(),
            SchemaCommand.Create(),
            TraceCommand.Create(),
            VerifyCommand.Create(),
            AttestCommand.Create(),
            HubCommand.Create(),
            BenchCommand.Create(),
        };
        ParseResult parsed = root.Parse(arguments.Length == 0 ? ["--help"] : arguments);
        if (parsed.Errors.Count > 0)
        {
            return CommandLineProblems.Tell(parsed);
        }

        InvocationConfiguration configuration = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await FailureReport.Guard(() => parsed.InvokeAsync(configuration));
    }
}
