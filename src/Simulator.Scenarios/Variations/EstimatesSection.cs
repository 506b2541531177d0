using Simulator.Scenarios.Expressions;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios.Variations;

/// <summary><c>estimates:</c>, questions to all arms together.</summary>
internal static class EstimatesSection
{
    public const string Name = "estimates";

    private static readonly Key<MetricDifference> Crossing = new("crossing", new MetricDifferenceShape())
    {
        Documentation = "The metric, or the difference of two, that crosses zero. Where several arms have the same value of "
            + "the key, their mean is taken.",
        Example = "profit(cheaters) - profit(honest)",
    };

    private static readonly Key<VariedAxis> Over = new("over", new VariedAxisShape())
    {
        Documentation = "The key that the place is a value of; vary must give it at least two values.",
        Example = "verifiers.audit_rate",
    };

    private static readonly Key<VariedAxis> Between = new("between", new VariedAxisShape())
    {
        Documentation = "A key that vary gives two values: what crosses zero is the metric at the larger value less the metric "
            + "at the smaller one, replication by replication.",
        Example = "nodes.cheaters.fraud.share",
        IsOptional = true,
    };

    private static readonly Key<Formula> ClosedForm = new("closed_form", new FormulaShape())
    {
        Documentation = "Where theory says that it crosses, as a formula over other keys, in seconds, OPG, per second or plain "
            + "numbers as 'over' has them; verdicts call it closed_form(NAME).",
        Example = "1/100 / (verification.penalty + nodes.cheaters.price)",
        IsOptional = true,
    };

    public static readonly NamedGroups<CrossingSettings> Shape = new(
        "an estimate",
        new Section<CrossingSettings>(
            "an estimate",
            [Crossing, Over, Between, ClosedForm, ClosedFormsSection.Derivation],
            values => new CrossingSettings(values.Name, values.Get(Crossing), values.Get(Over), values.Find(Between))
            {
                ClosedForm = values.Find(ClosedForm),
                Derivation = values.Find(ClosedFormsSection.Derivation),
            })
        {
            Rules = values => ClosedFormsSection.RequireFormula(values, values.Find(ClosedForm)),
        });

    /// <summary>An estimate needs arms that differ in its key.</summary>
    public static void Check(SectionValues values, Variation? variation, IReadOnlyList<CrossingSettings> estimates)
    {
        foreach (CrossingSettings estimate in estimates)
        {
            CheckBetween(values, variation, estimate);
            CheckClosedForm(values, variation, estimate);
        }

        foreach (CrossingSettings estimate in estimates.Where(estimate => ValuesOf(variation, estimate.Over.Key) < 2))
        {
            values.RefuseAt(
                values.WrittenAt(Name, estimate.Name, "over"),
                $"no two arms differ in '{estimate.Over.Key}'",
                "a key that vary gives at least two numbers by grid, zip or list",
                $"write for example vary: {{ grid: {{ {estimate.Over.Key}: [ … ] }} }}");
        }
    }

    private static void CheckBetween(SectionValues values, Variation? variation, CrossingSettings estimate)
    {
        if (estimate.Between is { } between && ValuesOf(variation, between.Key) != 2)
        {
            values.RefuseAt(
                values.WrittenAt(Name, estimate.Name, "between"),
                $"the arms do not have two values of '{between.Key}'",
                "a key that vary gives exactly two numbers",
                $"write for example vary: {{ grid: {{ {between.Key}: [ …, … ] }} }}");
        }
    }

    // A value for all arms together cannot follow what they differ in.
    private static void CheckClosedForm(SectionValues values, Variation? variation, CrossingSettings estimate)
    {
        if (estimate.ClosedForm?.Keys.FirstOrDefault(key => ValuesOf(variation, key) > 1) is { } varied)
        {
            values.RefuseAt(
                values.WrittenAt(Name, estimate.Name, "closed_form"),
                $"the arms differ in '{varied}'",
                "a formula with one value for all arms",
                "name only keys that do not vary");
        }
    }

    private static int ValuesOf(Variation? variation, string key) => variation is Variation.Listed listed
        ? listed.Arms.SelectMany(arm => arm).Where(value => value.Key == key && value.Quantity is not null)
            .Select(value => value.Text).Distinct(StringComparer.Ordinal).Count()
        : 0;
}
