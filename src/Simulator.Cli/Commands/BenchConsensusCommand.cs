using System.CommandLine;
using Simulator.Benchmarks.Consensus;
using Simulator.Primitives;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim bench consensus</c>.</summary>
internal static class BenchConsensusCommand
{
    private const double LongestHour = 120;

    public static Command Create()
    {
        Option<bool> isLong = new("--long")
        {
            Description = "1,000 seeds of each fault and an hour of 100 validators; takes about half an hour",
        };
        Option<string?> only = new("--only") { Description = "Only latency, byzantine, healing, cost or hour" };
        Command command = new("consensus", "Commit latency, faults, healing and cost of the validators, beside what they must be")
        {
            isLong,
            only,
        };
        command.SetAction(parsed =>
        {
            bool all = parsed.GetValue(isLong);
            string? part = parsed.GetValue(only);
            bool met = true;
            foreach ((string name, Func<ConsensusFinding> measure) in Parts(all))
            {
                if (part is null || part == name)
                {
                    ConsensusFinding finding = measure();
                    met &= finding.IsMet;
                    Console.Out.WriteLine($"{(finding.IsMet ? "ok  " : "FAIL")} {finding.Title}");
                    Console.Out.WriteLine(finding.Text);
                }
            }

            return met ? ExitCode.Success : ExitCode.VerdictFailed;
        });
        return command;
    }

    private static IEnumerable<(string Name, Func<ConsensusFinding> Measure)> Parts(bool all)
    {
        int seeds = all ? 1_000 : 20;
        yield return ("latency", () => ConsensusBenchmark.Latency([7, 31, 100], SimDuration.FromSeconds(20)));
        yield return ("byzantine", () => ConsensusBenchmark.Byzantine(seeds));
        yield return ("healing", () => ConsensusBenchmark.Healing(seeds));
        yield return ("cost", () => ConsensusBenchmark.Cost([7, 31, 100, 175], SimDuration.FromSeconds(60), null));
        if (all)
        {
            yield return ("hour", () => ConsensusBenchmark.Cost([100], SimDuration.FromHours(1), LongestHour));
        }
    }
}
