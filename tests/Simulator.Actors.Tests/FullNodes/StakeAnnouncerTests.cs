using Simulator.Actors.FullNodes;
using Simulator.Actors.Tests.Stages;
using Simulator.Chain.Blocks;
using Simulator.Chain.Registry;
using Simulator.Chain.Signatures;
using Simulator.Chain.Staking;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Tests.FullNodes;

/// <summary>The totals of the staking contract are said when they change, and only then.</summary>
public sealed class StakeAnnouncerTests
{
    private const ulong Genesis = 1_767_225_600;

    [Fact]
    public void Bonding_and_slashing_are_said_and_quiet_blocks_are_not()
    {
        InferenceChain chain = Chain();
        Stage stage = Cast.EvidenceDesk();
        stage.Forget();
        StakeAnnouncer announcer = new(chain);

        announcer.Announce(stage);
        announcer.Announce(stage);
        Assert.Equal(Total(0, bonded: 10_000, slashed: 0, burned: 0), stage.Said<StakeTotalled>());
        Assert.Equal(chain.Staking.Address, stage.Said<PartyDeclared>().Address);

        stage.Forget();
        SlashCall slash = new(
            chain.Staking.Address, Papers.User, (byte)Offence.DoubleSign, Keccak256.Hash([1]), Genesis, Papers.PayTo);
        chain.Chain.Produce(Genesis + 1, [(Papers.Facilitator, slash)], []);
        announcer.Announce(stage);

        // 5 % of the stake, of which the reporter gets 5 %.
        Assert.Equal(Total(1, bonded: 9_500, slashed: 500, burned: 475), stage.Said<StakeTotalled>());
        Assert.Empty(stage.AllSaid<PartyDeclared>());
    }

    [Fact]
    public void What_was_said_before_a_crash_is_not_said_again()
    {
        InferenceChain chain = Chain();
        Stage stage = Cast.EvidenceDesk();
        stage.Forget();
        StakeAnnouncer announcer = new(chain);

        announcer.Repeat();
        announcer.Announce(stage);

        Assert.Empty(stage.Observed);
    }

    private static InferenceChain Chain()
    {
        InferenceChain chain = new(
            InferenceChain.OgEvmSettings,
            Papers.Facilitator,
            new StakingSettings(),
            Secp256k1Recovery.Shared,
            NitroPrecompile.Shared);
        OpgAmount stake = OpgAmount.FromWholeOpg(10_000);
        chain.Start(new InferenceGenesis
        {
            UnixTime = Genesis,
            Accounts = [new GenesisAccount(Papers.User, stake) { ApprovesStaking = true }],
            Admin = Papers.Facilitator,
            Stakes = [(Papers.User, stake)],
        });
        return chain;
    }

    private static StakeTotalled Total(long height, ulong bonded, ulong slashed, ulong burned) => new(
        "inference",
        height,
        OpgAmount.FromWholeOpg(bonded),
        OpgAmount.Zero,
        OpgAmount.FromWholeOpg(slashed),
        OpgAmount.FromWholeOpg(burned));
}
