using Simulator.Primitives;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>rewards:</c></summary>
internal static class RewardsSection
{
    private static readonly Key<OpgAmount> Pool = new("pool", Shapes.PositiveAmount)
    {
        Documentation = "What the nodes get together for every epoch in which anything was settled.",
        Example = "1 OPG",
    };

    private static readonly Key<SimDuration> Epoch = new("epoch", Shapes.PositiveDuration)
    {
        Documentation = "Between two payments of rewards.",
        Example = "2 min",
    };

    public static readonly Section<RewardSettings> Shape = new(
        "a rewards programme",
        [Pool, Epoch],
        values => new RewardSettings { Pool = values.Get(Pool), Epoch = values.Get(Epoch) });
}
