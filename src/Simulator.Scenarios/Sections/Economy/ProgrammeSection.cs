using Simulator.Primitives;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections.Economy;

/// <summary><c>economy.programme:</c></summary>
internal static class ProgrammeSection
{
    private static readonly Key<OpgAmount> PerDay = new("per_day", Shapes.PositiveAmount)
    {
        Documentation = "OPG that the treasury gives nodes per day, in proportion to the fees they take.",
        Example = "4000 OPG",
    };

    private static readonly Key<string> Washers = new(
        "wash_traders", new NameShape("group of businesses", "farmers", context => [.. context.NamesIn("economy.businesses")]))
    {
        Documentation = "The group of nodes that also asks and pays itself, as much as has paid off so far.",
        Example = "farmers",
        IsOptional = true,
    };

    public static readonly Section<ProgrammeSettings> Shape = new(
        "a rewards programme",
        [PerDay, Washers],
        values => new ProgrammeSettings(values.Get(PerDay), values.Find(Washers)));
}
