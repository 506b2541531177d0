using Simulator.Primitives;
using Simulator.Scenarios.Claims;
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
        Claim = Claim.Published("A-002", new DateOnly(2026, 11, 21), "Base produces a block every 2 s"),
        Example = "2 s",
    };

    private static readonly Key<SimDuration> Recovery = new("recovery", Shapes.PositiveDuration)
    {
        Documentation = "Time in which the chain's node recovers the sender of one transaction.",
        Default = "30 us",
        Claim = Claim.Measured(
            "A-003", "one secp256k1 recovery takes 29 us with libsecp256k1 on one x86-64 server core; rounded up"),
        Example = "30 us",
    };

    private static readonly Key<long> Start = new("start", new InstantShape())
    {
        Documentation = "Calendar time at the start of the run; deadlines and block timestamps count from it.",
        Default = "2026-01-01T00:00:00Z",
        Convention = "any instant would do; it enters signed deadlines and block timestamps",
        Example = "2026-01-01T00:00:00Z",
    };

    private static readonly Key<UInt128> BaseFee = new("base_fee", Shapes.Fee)
    {
        Documentation = "Base fee per gas of block 0; every later block's follows from how full its parent was, as EIP-1559 "
            + "says. Zero switches the fee market off. Facilitators offer 0.1 gwei at most.",
        Default = "0.01 gwei",
        Claim = Claim.Assumption("A-171", "half of the priority fee and a tenth of the cap that facilitators offer on Base"),
        Example = "0.01 gwei",
    };

    private static readonly Key<int> Confirmations = new("confirmations", Shapes.Integer(1, 1_000))
    {
        Documentation = "Blocks, its own included, that must stand before a facilitator reports a settlement. Facilitators "
            + "settle one after the other and wait 120 s at most, so that each confirmation costs throughput.",
        Default = "1",
        Claim = Claim.Published("A-170", Published.Facilitator, "the service takes the first transaction receipt it gets"),
        Example = "1",
    };

    private static readonly Key<ReorganisationSettings> Reorganisations = new(
        "reorganisations", ReorganisationsSection.Shape)
    {
        Documentation = "Blocks that are taken back and replaced by others of the same heights and times. Without it, a "
            + "block that was made stays.",
        IsOptional = true,
        Example = "{ share: 1/100, depth: 3 }",
    };

    private static readonly Section<ChainSettings> One = new(
        "a chain",
        [Block, Recovery, Start, BaseFee, Confirmations, Reorganisations],
        values => new ChainSettings
        {
            Block = values.Get(Block),
            Recovery = values.Get(Recovery),
            StartUnixSeconds = values.Get(Start),
            BaseFee = values.Get(BaseFee),
            Confirmations = values.Get(Confirmations),
            Reorganisations = values.Find(Reorganisations),
        });

    private static readonly Key<ChainSettings> Payment = new("payment", One)
    {
        Documentation = "The chain that payments settle on, chain id 8453 (Base).",
        Default = "{}",
    };

    private static readonly Key<InferenceChainSettings> Inference = new("inference", InferenceChainSection.Shape)
    {
        Documentation = "The chain that enclaves are registered on, stake is held on and evidence is settled on, chain id "
            + "10740 (OG-EVM). Without it, users know the nodes beforehand and nothing is registered.",
        IsOptional = true,
        Example = "{ validators: 7 }",
    };

    public static readonly Section<ChainsSettings> Shape = new(
        "the chains",
        [Payment, Inference],
        values => new ChainsSettings { Payment = values.Get(Payment), Inference = values.Find(Inference) });
}
