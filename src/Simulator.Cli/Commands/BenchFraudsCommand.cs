using System.CommandLine;
using Simulator.Experiments;
using Simulator.Experiments.Frauds;
using Simulator.Inference.Catalogue;
using Simulator.Scenarios;

namespace Simulator.Cli.Commands;

/// <summary><c>opgsim bench frauds</c>.</summary>
internal static class BenchFraudsCommand
{
    private const int FewestReplications = 2;

    public static Command Create()
    {
        Option<int> replications = new("--replications")
        {
            Description = "Runs of each scenario",
            DefaultValueFactory = _ => 10,
        };
        Option<int> jobs = new("--jobs")
        {
            Description = "Runs at the same time; no result depends on it",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        Option<string?> only = new("--only") { Description = "Only scenarios whose file name contains this" };
        Option<string> folder = new("--folder")
        {
            Description = "Where the scenarios are",
            DefaultValueFactory = _ => "scenarios/fraud",
        };
        Option<string?> output = new("--out") { Description = "Write the page to this file instead of the terminal" };
        Command command = new("frauds", "The catalogue of frauds: who notices, how late, whom it costs and brings what")
        {
            replications,
            jobs,
            only,
            folder,
            output,
        };
        command.SetAction(parsed =>
        {
            if (!Directory.Exists(parsed.GetValue(folder)))
            {
                Console.Error.WriteLine($"opgsim: there is no folder '{parsed.GetValue(folder)}'; name it with --folder");
                return ExitCode.BadInput;
            }

            int runs = Math.Max(parsed.GetValue(replications), FewestReplications);
            string[] files =
            [
                .. Directory.EnumerateFiles(parsed.GetValue(folder)!, "*.yaml").Order(StringComparer.Ordinal)
                    .Where(file => Path.GetFileName(file).Contains(parsed.GetValue(only) ?? "", StringComparison.Ordinal)),
            ];
            List<FraudScenarioFinding> findings = [];
            using FraudStudy study = new(runs, Math.Max(parsed.GetValue(jobs), 1));
            ScenarioVocabulary vocabulary = MetricVocabulary.Of(ModelStore.Shipped());
            foreach (string file in files)
            {
                ScenarioLoad load = ScenarioFile.Load(file, [], vocabulary);
                if (load.Scenario is null)
                {
                    Console.Error.WriteLine($"opgsim: {load.Problems[0]}");
                    return ExitCode.BadInput;
                }

                Console.Error.WriteLine($"running {file} …");
                findings.Add(study.Measure(Path.GetFileName(file), load.Scenario));
            }

            string page = FraudTable.Page(findings, runs);
            if (parsed.GetValue(output) is { } target)
            {
                File.WriteAllText(target, page);
            }
            else
            {
                Console.Out.Write(page);
            }

            return findings.Any(finding => finding.Violations > 0) ? ExitCode.VerdictFailed : ExitCode.Success;
        });
        return command;
    }
}
