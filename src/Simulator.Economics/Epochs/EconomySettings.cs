using Simulator.Economics.Businesses;
using Simulator.Economics.Demand;
using Simulator.Economics.Policies;
using Simulator.Economics.Prices;
using Simulator.Economics.Splits;
using Simulator.Economics.Tokens;

namespace Simulator.Economics.Epochs;

/// <summary>An economy at epoch level: what there is, what it costs, who decides what.</summary>
public sealed record EconomySettings
{
    /// <summary>Days per epoch, at least 1.</summary>
    public required int EpochDays { get; init; }

    /// <summary>Epochs to simulate, at least 1.</summary>
    public required int Epochs { get; init; }

    public required TokenSchedule Tokens { get; init; }

    public required PriceSettings Price { get; init; }

    public required DemandSettings Demand { get; init; }

    public required PaymentSplit Split { get; init; }

    public required PricingSettings Pricing { get; init; }

    public required ServiceSettings Service { get; init; }

    /// <summary>At least one group of nodes; sorted by name.</summary>
    public required IReadOnlyList<BusinessSettings> Businesses { get; init; }

    /// <summary>Null without.</summary>
    public BuybackSettings? Buyback { get; init; }

    /// <summary>Null without.</summary>
    public RewardProgramme? Programme { get; init; }

    /// <summary>Group that asks itself to earn from the programme; null where nobody does.</summary>
    public string? WashTraders { get; init; }

    /// <summary>Share of unlocked allocations that is sold as it unlocks, from 0 to 1.</summary>
    public double UnlocksSold { get; init; }
}
