using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sources;
using Simulator.Scenarios.Variations;

namespace Simulator.Scenarios.Verdicts;

/// <summary>Closed forms as verdicts call them: <c>closed_form(break-even) within 2/100</c>.</summary>
internal static class ClosedFormTerm
{
    public const string Word = "closed_form";

    /// <summary>Stands before the largest half-width, as a share of the closed form.</summary>
    public const string Within = "within";

    /// <summary>Everything that has a closed form.</summary>
    public static IReadOnlyList<string> Names(ReadContext context) =>
    [
        .. context.NamesIn(ClosedFormsSection.Name),
        .. context.NamesIn(EstimatesSection.Name).Where(name => IsEstimate(name, context)),
    ];

    /// <summary>An estimate of that name states a closed form.</summary>
    public static bool IsEstimate(string name, ReadContext context) =>
        (context.Root.Find(EstimatesSection.Name)?.Value as MappingNode)?.Find(name)?.Value is MappingNode estimate
            && estimate.Find(Word) is not null;
}
