using Simulator.Inference.Execution;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments;

/// <summary>What bundles say about a run or an experiment before it starts.</summary>
internal static class RunDescriptions
{
    public static RunDescription Of(RunRequest request) => new()
    {
        Scenario = request.Name,
        Question = request.Scenario.Question,
        ScenarioHash = request.Scenario.Hash,
        Seed = request.Scenario.Seed,
        Replication = request.Replication,
        Duration = request.Scenario.Duration,
        WarmUp = Of(request.Scenario.WarmUp),
        ResolvedYaml = request.Scenario.ResolvedYaml,
        Command = request.Command,
        Fidelity = FidelityStatement.Of(request),
        Libraries = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["onnxruntime"] = InferenceEngine.RuntimeVersion,
            ["opgsim"] = typeof(RunDescriptions).Assembly.GetName().Version!.ToString(3),
        },
    };

    internal static WarmUp? Of(WarmUpSettings? settings) => settings switch
    {
        null => null,
        { IsFound: true } => new WarmUp.Mser5(),
        { Length: var length } => new WarmUp.Stated(length),
    };
}
