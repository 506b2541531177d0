using System.CommandLine;
using System.Globalization;
using Simulator.Benchmarks.Measuring;
using Simulator.Experiments.Throughput;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim bench experiments</c>.</summary>
internal static class BenchExperimentsCommand
{
    private const int WarmUpRuns = 16;
    private const int Runs = 64;
    private const int FewRuns = 10;
    private const double LeastBusy = 0.9;
    private const double MostGrowth = 1.2;

    private static readonly TimeSpan MostOverhead = TimeSpan.FromMilliseconds(20);

    public static Command Create()
    {
        Option<int> most = new("--most")
        {
            Description = "Runs of the long experiment whose memory is held against that of ten",
            DefaultValueFactory = _ => 1_000,
        };
        Command command = new("experiments", "Many small runs: how busy the cores are, what a run costs besides events, memory")
        {
            most,
        };
        command.SetAction(parsed => Measure(parsed.GetValue(most)));
        return command;
    }

    private static int Measure(int most)
    {
        using ThroughputStudy study = new();
        int jobs = Environment.ProcessorCount;
        Console.Error.WriteLine("warming up …");
        study.Measure(WarmUpRuns, jobs);
        Console.Error.WriteLine($"{Runs} runs …");
        ThroughputFinding runs = study.Measure(Runs, jobs);
        Console.Error.WriteLine($"{FewRuns} runs …");
        ThroughputFinding few = study.Measure(FewRuns, jobs);
        Console.Error.WriteLine($"{most} runs …");
        ThroughputFinding many = study.Measure(most, jobs);
        double growth = (double)many.PeakBytes / few.PeakBytes;
        (string What, string Measured, string Bound, bool IsMet)[] lines =
        [
            ($"{Runs} runs on {jobs} cores keep them busy", Percent(runs.Busy), "≥ 90 %", runs.Busy >= LeastBusy),
            ("a run besides its events", Milliseconds(runs.OverheadPerRun), "≤ 20 ms", runs.OverheadPerRun <= MostOverhead),
            ($"memory of {most} runs against {FewRuns}", Factor(growth), "≤ 1.20", growth <= MostGrowth),
        ];
        List<string[]> rows = [["what", "measured", "bound", "met"]];
        rows.AddRange(lines.Select(line => (string[])[line.What, line.Measured, line.Bound, line.IsMet ? "yes" : "no"]));
        Console.Out.Write(TextTable.Of(rows, [1, 2]));
        Console.Out.WriteLine();
        foreach (ThroughputFinding finding in new[] { runs, few, many })
        {
            Console.Out.WriteLine(Detail(finding));
        }

        return lines.All(line => line.IsMet) ? ExitCode.Success : ExitCode.VerdictFailed;
    }

    private static string Detail(ThroughputFinding finding) =>
        $"{finding.Runs} runs: per run {Milliseconds(finding.Simulated / finding.Runs)} of CPU in events, "
        + $"{Milliseconds(finding.Prepared / finding.Runs)} to build the world, {Milliseconds(finding.Told / finding.Runs)} for its "
        + $"figures, {Milliseconds((finding.Cpu - finding.Computed) / finding.Runs)} outside the runs' threads; on a core "
        + $"{Percent(finding.OnCore)} of the time, others had it {Percent(finding.Busy - finding.OnCore)}; "
        + string.Create(CultureInfo.InvariantCulture, $"peak {finding.PeakBytes / 1e6:0} MB");

    private static string Milliseconds(TimeSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0.0} ms");

    private static string Factor(double factor) => factor.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");
}
