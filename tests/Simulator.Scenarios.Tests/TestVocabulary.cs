using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios.Tests;

/// <summary>A small world of names to read scenarios against.</summary>
internal static class TestVocabulary
{
    public static readonly ScenarioVocabulary Names = new()
    {
        Models = ["volatility@1.2", "volatility-int8@1.2", "chat@1.0"],
        TextModels = ["chat@1.0"],
        UserBehaviours = ["honest", "replaying"],
        PlantedBugs = ["settle-twice", "lost-refund"],
        Checkers = ["supply.conserved", "balances.not_negative"],
        Metrics =
        [
            new MetricDefinition("latency.end_to_end", MetricForm.Samples, Dimension.Time),
            new MetricDefinition("requests.accepted", MetricForm.Counter, Dimension.Count),
            new MetricDefinition("fees.total", MetricForm.Value, Dimension.Opg),
            new MetricDefinition("profit", MetricForm.ValueOfGroup, Dimension.Opg),
        ],
    };
}
