using Simulator.Actors.FullNodes;
using Simulator.Benchmarks.Consensus;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Benchmarks.Tests.Consensus;

/// <summary>Full nodes on the kernel: small versions of what <c>opgsim bench consensus</c> shows.</summary>
public sealed class ConsensusWorldTests
{
    [Theory]
    [InlineData(4, false)]
    [InlineData(7, true)]
    [InlineData(31, false)]
    public void Blocks_are_final_three_delays_and_the_stated_checks_after_their_proposal(int validators, bool signs)
    {
        using ConsensusWorld world = new(new ConsensusWorldSettings
        {
            Validators = validators,
            SignsVotes = signs,
            Duration = SimDuration.FromSeconds(8),
        });

        world.Run();

        Assert.Equal(0, world.Violations);
        Assert.True(world.Commits.Height >= 6);
        Assert.Equal(0, world.Commits.HighestRound);

        // The explorer has no vote of its own to count.
        Assert.Equal(world.ReferenceLatency + SimDuration.FromMicroseconds(150), world.Commits.Longest);
        Assert.InRange(world.Commits.MeanLatency.TotalSeconds / world.ReferenceLatency.TotalSeconds, 0.95, 1.05);
    }

    [Theory]
    [InlineData(ByzantineBehaviour.Silent)]
    [InlineData(ByzantineBehaviour.Equivocate)]
    [InlineData(ByzantineBehaviour.SplitVote)]
    [InlineData(ByzantineBehaviour.ProposeTwo)]
    [InlineData(ByzantineBehaviour.Amnesia)]
    public void Below_a_third_nothing_is_violated_and_blocks_go_on(ByzantineBehaviour behaviour)
    {
        for (ulong seed = 1; seed <= 3; seed++)
        {
            using ConsensusWorld world = new(WithByzantine(2, behaviour) with { Seed = seed });

            world.Run();

            Assert.Equal(0, world.Violations);
            Assert.True(world.Commits.Height >= 5, $"only {world.Commits.Height} blocks");
        }
    }

    [Theory]
    [InlineData(ByzantineBehaviour.Silent)]
    [InlineData(ByzantineBehaviour.SplitVote)]
    public void At_exactly_a_third_nothing_is_violated(ByzantineBehaviour behaviour)
    {
        using ConsensusWorld world = new(WithByzantine(2, behaviour) with { Validators = 6 });

        world.Run();

        Assert.Equal(0, world.Violations);
        Assert.Equal(behaviour == ByzantineBehaviour.Silent, world.Commits.Height == 0);
    }

    [Fact]
    public void Above_a_third_a_split_vote_makes_two_blocks_final_and_the_judge_sees_it()
    {
        for (ulong seed = 1; seed <= 10; seed++)
        {
            using ConsensusWorld world = new(WithByzantine(3, ByzantineBehaviour.SplitVote) with { Seed = seed });

            world.Run();

            Assert.True(world.Agreement.ViolationCount > 0, $"seed {seed}");
            Assert.Equal(0, world.Validity.ViolationCount);
        }
    }

    [Fact]
    public void Who_signs_twice_loses_a_twentieth_of_its_stake_once()
    {
        using ConsensusWorld world = new(WithByzantine(1, ByzantineBehaviour.Equivocate) with { SignsVotes = true });

        world.Run();

        Assert.Equal(0, world.Violations);
        ValidatorSlashed slashed = Assert.Single(world.Commits.Slashed);
        Assert.Equal("validators/7", slashed.Validator);
        Assert.Equal(OpgAmount.FromWholeOpg(500), slashed.Lost);
    }

    [Fact]
    public void After_a_partition_heals_blocks_go_on_and_all_nodes_have_them()
    {
        SimTime heals = SimTime.Start + SimDuration.FromSeconds(20);
        using ConsensusWorld world = new(new ConsensusWorldSettings
        {
            Validators = 7,
            Jitter = SimDuration.FromMilliseconds(20),
            Disturbances = new Partition(4, SimTime.Start + SimDuration.FromSeconds(5), heals),
        });
        world.Commits.Watched = heals;

        world.Run();

        Assert.Equal(0, world.Violations);
        Assert.InRange((world.Commits.FirstAfter!.Value - heals).TotalSeconds, 0, 4);
        Assert.All(world.Commits.Last.Values, last => Assert.InRange(world.Commits.Height - last.Height, 0, 1));
    }

    [Theory]
    [InlineData(RestartState.Kept)]
    [InlineData(RestartState.Lost)]
    public void A_restarted_validator_catches_up_and_signs_nothing_twice(RestartState state)
    {
        using ConsensusWorld world = new(new ConsensusWorldSettings
        {
            Validators = 4,
            SignsVotes = true,
            Jitter = SimDuration.FromMilliseconds(10),
            Outages =
            [
                new Outage(2, SimTime.Start + SimDuration.FromMilliseconds(5_123), SimTime.Start + SimDuration.FromSeconds(11), state),
                new Outage(2, SimTime.Start + SimDuration.FromMilliseconds(15_060), SimTime.Start + SimDuration.FromMilliseconds(15_090), state),
            ],
        });

        world.Run();

        Assert.Equal(0, world.Violations);
        Assert.Empty(world.Commits.Slashed);
        Assert.True(world.Commits.CaughtUp > 0);
        Assert.All(world.Commits.Last.Values, last => Assert.InRange(world.Commits.Height - last.Height, 0, 1));
    }

    [Fact]
    public void The_run_is_the_same_however_many_shards_it_has()
    {
        string[] digests = [.. new[] { 1, 3 }.Select(shards =>
        {
            using ConsensusWorld world = new(WithByzantine(2, ByzantineBehaviour.Equivocate) with { Shards = shards });
            return world.Run().DigestHex;
        })];

        Assert.Equal(digests[0], digests[1]);
    }

    private static ConsensusWorldSettings WithByzantine(int count, ByzantineBehaviour behaviour) => new()
    {
        Byzantine = count,
        Behaviour = behaviour,
        Jitter = SimDuration.FromMilliseconds(20),
    };
}
