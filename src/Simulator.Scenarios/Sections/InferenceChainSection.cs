using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>chains.inference:</c></summary>
internal static class InferenceChainSection
{
    private static readonly Key<SimDuration> Block = new("block", Shapes.PositiveDuration)
    {
        Documentation = "Time between a commit and the proposal of the next height (CometBFT's timeout_commit).",
        Default = "1 s",
        Claim = Claim.Published("A-042", new DateOnly(2026, 11, 21), "the network's node scripts set timeout_commit to 1 s"),
        Example = "1 s",
    };

    private static readonly Key<int> Validators = new("validators", Shapes.Integer(1, 1_000))
    {
        Documentation = "Full nodes that vote, all of equal power. One more, the explorer, follows without voting and "
            + "says aloud what blocks contain.",
        Default = "7",
        Claim = Claim.Assumption("A-043", "the least number of equal powers that outlives two byzantine ones"),
        Example = "7",
    };

    private static readonly Key<SimDuration> Recovery = new("recovery", Shapes.PositiveDuration)
    {
        Documentation = "Time in which a full node recovers the sender of one transaction.",
        Default = "30 us",
        Claim = Claim.Measured(
            "A-044", "one secp256k1 recovery takes 29 us with libsecp256k1 on one x86-64 server core; rounded up"),
        Example = "30 us",
    };

    private static readonly Key<InferencePipeSettings> Pipe = new("pipe", PipeSection.Shape)
    {
        Documentation = "The inference mempool: on-chain requests are computed in parallel before the block.",
        Default = "{}",
    };

    private static readonly Key<OpgAmount> Stake = new("stake", Shapes.PositiveAmount)
    {
        Documentation = "What each validator has bonded in block 0; 5 % of it is lost, once, for signing twice.",
        Default = "10000 OPG",
        Claim = Claim.Published(
            "A-067", new DateOnly(2026, 11, 21), "the network's start script self-bonds 1e22 base units each"),
        Example = "10000 OPG",
    };

    private static readonly Key<ConsensusSettings> Consensus = new("consensus", ConsensusSection.Shape)
    {
        Documentation = "How the validators agree.",
        Default = "{}",
    };

    private static readonly Key<ByzantineValidators> Byzantine = new("byzantine", ConsensusSection.Byzantine)
    {
        Documentation = "Validators that do not follow the protocol; without it all do.",
        IsOptional = true,
        Example = "{ count: 2, behaviour: equivocate }",
    };

    public static readonly Section<InferenceChainSettings> Shape = new(
        "the inference chain",
        [Block, Validators, Recovery, Stake, Consensus, Byzantine, Pipe],
        values => new InferenceChainSettings
        {
            Block = values.Get(Block),
            Validators = values.Get(Validators),
            Recovery = values.Get(Recovery),
            Pipe = values.Get(Pipe),
            Stake = values.Get(Stake),
            Consensus = values.Get(Consensus),
            Byzantine = values.Find(Byzantine),
        })
    {
        Rules = Check,
    };

    private static void Check(SectionValues values)
    {
        if (values.Find(Byzantine) is { } byzantine
            && byzantine.Count >= values.Get(Validators))
        {
            values.Refuse(
                Byzantine,
                "as many byzantine validators as there are validators",
                "a count below chains.inference.validators",
                "leave at least one correct validator");
        }
    }
}
