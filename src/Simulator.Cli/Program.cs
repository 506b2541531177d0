using System.CommandLine;
using Simulator.Cli.Commands;
using Simulator.Cli.Terminal;
using Simulator.Cluster;

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
        bool isLaterRank = MpiLaunch.OfThisProcess is { Rank: > 0 };
        if (isLaterRank)
        {
            // Rank 0 speaks for all.
            Console.SetOut(TextWriter.Null);
            Console.SetError(TextWriter.Null);
        }

        if (MpiLaunch.OfThisProcess is not null)
        {
            // Open MPI hands ranks a terminal of its own making; its control sequences would end up in the user's file.
            Environment.SetEnvironmentVariable("TERM", "dumb");
        }

        ParseResult parsed = root.Parse(arguments.Length == 0 ? ["--help"] : arguments);
        if (parsed.Errors.Count > 0)
        {
            return CommandLineProblems.Tell(parsed);
        }

        if (isLaterRank && parsed.CommandResult.Command.Name != RunCommand.Name)
        {
            return ExitCode.Success;
        }

        InvocationConfiguration configuration = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return await FailureReport.Guard(() => parsed.InvokeAsync(configuration));
    }
}
