using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sources;
using Simulator.Scenarios.Variations;

namespace Simulator.Scenarios.Verdicts;

/// <summary>Estimates over all arms as verdicts call them: <c>estimate(break-even) &lt; 1/5</c>.</summary>
public static class EstimateTerm
{
    /// <summary>The metric of a verdict on an estimate, whose group is the estimate's name.</summary>
    public const string Word = "estimate";

    /// <summary>The estimate of that name as a metric; null where the file has none.</summary>
    internal static MetricDefinition? Find(string name, ReadContext context)
    {
        MappingNode? estimates = context.Root.Find(EstimatesSection.Name)?.Value as MappingNode;
        SourceNode? over = (estimates?.Find(name)?.Value as MappingNode)?.Find("over")?.Value;
        Dimension dimension = over is ScalarNode { Text: var path } ? VariedAxisShape.DimensionOf(path, context) : default;
        return dimension == Dimension.Unset
            ? null
            : new MetricDefinition(Word, MetricForm.ValueOfGroup, dimension);
    }
}
