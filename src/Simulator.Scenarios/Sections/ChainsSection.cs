using Simulator.Primitives;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>chains:</c></summary>
internal static class ChainsSection
{
    private static readonly Key<SimDuration> Block = new("block", Shapes.PositiveDuration)
    {
        Documentation = "Time between two blocks.",
        Default = "2 s",
        Source = "Base produces a block every 2 s",
        Example = "2 s",
    };

    private static readonly Key<long> Start = new("start", new InstantShape())
    {
        Documentation = "Calendar time at the start of the run; deadlines and block timestamps count from it.",
        Default = "2026-01-01T00:00:00Z",
        Source = "a convention; no result depends on it",
        Example = "2026-01-01T00:00:00Z",
    };

    private static readonly Section<ChainSettings> One = new(
        "a chain",
        [Block, Start],
        values => new ChainSettings { Block = values.Get(Block), StartUnixSeconds = values.Get(Start) });

    private static readonly Key<ChainSettings> Payment = new("payment", One)
    {
        Documentation = "The chain that payments settle on, chain id 8453 (Base).",
        Default = "{}",
    };

    public static readonly Section<ChainsSettings> Shape = new(
        "the chains",
        [Payment],
        values => new ChainsSettings { Payment = values.Get(Payment) });
}
