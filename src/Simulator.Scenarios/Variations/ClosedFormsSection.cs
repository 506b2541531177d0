using Simulator.Scenarios.Expressions;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios.Variations;

/// <summary><c>closed_forms:</c>, what theory says that figures come to.</summary>
internal static class ClosedFormsSection
{
    public const string Name = "closed_forms";

    /// <summary>Where a formula comes from; estimates have it too.</summary>
    public static readonly Key<string> Derivation = new(
        "derivation", new TextShape("a derivation", 300, "cheating pays until the expected penalty is the gain"))
    {
        Documentation = "Where the formula comes from, in words; reports print it beside the formula.",
        Example = "each of n answers goes unaudited with probability 1 - p",
        IsOptional = true,
    };

    private static readonly Key<MetricTerm> Metric = new("metric", new MetricTermShape())
    {
        Documentation = "The measured figure that it is compared with, as on the left side of a verdict.",
        Example = "share(fraud.caught, cheaters)",
    };

    private static readonly Key<Formula> Formula = new("formula", new FormulaShape())
    {
        Documentation = "Its value in the figure's base unit (seconds, OPG, per second, a fraction of one) over keys of the "
            + "scenario, which stand for their values in these units; computed in every arm. A minus behind a key "
            + "needs a space before it.",
        Example = FormulaShape.Sample,
    };

    public static readonly NamedGroups<ClosedFormSettings> Shape = new(
        "a closed form",
        new Section<ClosedFormSettings>(
            "a closed form",
            [Metric, Formula, Derivation],
            values => new ClosedFormSettings(
                values.Name, values.Get(Metric), values.Get(Formula), values.Find(Derivation))));

    /// <summary>A derivation derives something.</summary>
    public static void RequireFormula(SectionValues values, Formula? formula)
    {
        if (formula is null && values.Find(Derivation) is not null)
        {
            values.Refuse(
                Derivation,
                "there is no closed form to derive",
                "a derivation only beside 'closed_form'",
                "add 'closed_form', or remove 'derivation'");
        }
    }

    /// <summary>Verdicts call estimates and closed forms by the same word.</summary>
    public static void Check(
        SectionValues values, IReadOnlyList<ClosedFormSettings> forms, IReadOnlyList<CrossingSettings> estimates)
    {
        foreach (ClosedFormSettings form in forms.Where(form => estimates.Any(estimate => estimate.Name == form.Name)))
        {
            values.RefuseAt(
                values.WrittenAt(Name, form.Name),
                $"'{form.Name}' is also an estimate",
                "names that differ from those under 'estimates'",
                "rename one of the two");
        }
    }
}
