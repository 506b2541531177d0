using System.CommandLine;
using Simulator.Benchmarks.Economics;
using Simulator.Benchmarks.Kernel;
using Simulator.Benchmarks.Measuring;
using Simulator.Benchmarks.Primitives;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim bench [NAME]</c>: the benchmarks, each beside a reference measured in the same run.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        Command bench = new("bench", "Measures speed beside references of the same run; without a name lists what there is")
        {
            Protocol(),
            FuzzCommand.Create(),
            Kernel(),
            BenchConsensusCommand.Create(),
            BenchHonestyCommand.Create(),
            Economics(),
            BenchFraudsCommand.Create(),
            BenchExperimentsCommand.Create(),
        };
        bench.SetAction(_ =>
        {
            foreach (Command benchmark in bench.Subcommands)
            {
                Console.Out.WriteLine($"{benchmark.Name,-11} {benchmark.Description}");
            }

            return ExitCode.Success;
        });
        return bench;
    }

    private static Command Protocol()
    {
        Option<bool> json = new("--json") { Description = "Print JSON instead of a table" };
        Option<string?> only = new("--only") { Description = "Only primitives whose name contains this" };
        Command command = new("protocol", "Cryptography and wire formats: operations per second and ratio to the reference")
        {
            json,
            only,
        };
        command.SetAction(parsed =>
        {
            string part = parsed.GetValue(only) ?? "";
            List<Standing> standings = [];
            foreach (Contest contest in ProtocolBenchmark.Contests().Where(
                contest => contest.Name.Contains(part, StringComparison.OrdinalIgnoreCase)))
            {
                Console.Error.WriteLine($"measuring {contest.Name} …");
                standings.Add(contest.Measure());
            }

            Console.Out.Write(parsed.GetValue(json) ? StandingTable.Json(standings) + "\n" : StandingTable.Text(standings));
            return standings.Any(standing => standing.IsMet == false) ? ExitCode.VerdictFailed : ExitCode.Success;
        });
        return command;
    }

    private static Command Economics()
    {
        Option<int> replications = new("--replications")
        {
            Description = "Runs of ten years",
            DefaultValueFactory = _ => 100,
        };
        Command command = new("economics", "A thousand businesses for ten years, day by day, beside a bare loop") { replications };
        command.SetAction(parsed =>
        {
            Console.Out.Write(EconomyBenchmark.Measure(parsed.GetValue(replications)).Text());
            return ExitCode.Success;
        });
        return command;
    }

    private static Command Kernel()
    {
        Option<long> events = new("--events")
        {
            Description = "Events per round",
            DefaultValueFactory = _ => 2_000_000,
        };
        Command command = new("kernel", "PHOLD on the kernel beside the same hold model on a bare heap") { events };
        command.SetAction(parsed =>
        {
            List<KernelStanding> standings = [];
            foreach (int size in KernelBenchmark.Sizes)
            {
                Console.Error.WriteLine($"measuring {size} actors …");
                standings.Add(KernelBenchmark.Measure(size, parsed.GetValue(events)));
            }

            Console.Out.Write(KernelBenchmark.Text(standings));
            return ExitCode.Success;
        });
        return command;
    }
}
