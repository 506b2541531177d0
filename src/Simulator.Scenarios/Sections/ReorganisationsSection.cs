using Simulator.Actors.PaymentChains;
using Simulator.Primitives;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>chains.payment.reorganisations:</c></summary>
internal static class ReorganisationsSection
{
    private static readonly Key<Ratio> Share = new("share", Shapes.Ratio)
    {
        Documentation = "Chance, before each block, that the chain turns to another branch.",
        Example = "1/100",
    };

    private static readonly Key<int> Depth = new("depth", Shapes.Integer(1, Reorganisations.MaxDepth))
    {
        Documentation = "Most blocks that are taken back at once; each time it is drawn from 1 to this. Their transactions "
            + "come again at the same height or up to as many blocks later, by draw.",
        Example = "3",
    };

    public static readonly Section<ReorganisationSettings> Shape = new(
        "reorganisations of a chain",
        [Share, Depth],
        values => new ReorganisationSettings { Share = values.Get(Share), Depth = values.Get(Depth) });
}
