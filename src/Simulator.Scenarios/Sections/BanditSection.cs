using Simulator.Actors.Verifiers;
using Simulator.Primitives;
using Simulator.Scenarios.Schema;

namespace Simulator.Scenarios.Sections;

/// <summary><c>nodes.NAME.adaptive:</c> and <c>verifiers.NAME.adaptive:</c></summary>
internal static class BanditSection
{
    private static readonly Key<SimDuration> Period = new("period", Shapes.PositiveDuration)
    {
        Documentation = "For so long one way to behave is kept to.",
        Default = "60 s",
        Convention = "some tens of answers at usual rates",
        Example = "60 s",
    };

    private static readonly Key<Ratio> Explores = new("explores", Shapes.Ratio)
    {
        Documentation = "Share of the periods in which either way is tried, whatever has been seen.",
        Default = "1/10",
        Convention = "epsilon-greedy as textbooks have it",
        Example = "1/10",
    };

    public static readonly Section<BanditRules> Shape = new(
        "a way to learn from payoffs",
        [Period, Explores],
        values => new BanditRules(values.Get(Period), values.Get(Explores)));
}
