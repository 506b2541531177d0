using Simulator.Primitives;

namespace Simulator.Chain.Tests.Consensus;

/// <summary>The theorem, over a thousand networks that are bad in a thousand ways.</summary>
public sealed class SafetyAndLivenessTests
{
    private const int Seeds = 1_000;

    private static readonly DrawPurpose Shape = new("test.shape");

    private static readonly Behaviour[] Faults =
    [
        Behaviour.Silent, Behaviour.Equivocates, Behaviour.ProposesTwo, Behaviour.Nonsense, Behaviour.Amnesia,
        Behaviour.Eager, Behaviour.SplitVote,
    ];

    [Fact]
    public void With_less_than_a_third_faulty_nobody_disagrees_and_all_decide_once_the_network_heals()
    {
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            AbstractNetwork network = WithLessThanAThirdFaulty(seed);

            bool decided = network.RunUntilDecided(3, SimTime.Start + SimDuration.FromMinutes(20));

            Assert.True(network.Agrees(), $"seed {seed}: two blocks at one height");
            Assert.True(decided, $"seed {seed}: no decision long after healing");
        }
    }

    [Theory]
    [InlineData(Behaviour.Silent)]
    [InlineData(Behaviour.SplitVote)]
    [InlineData(Behaviour.Eager)]
    public void At_exactly_a_third_decisions_may_stop_but_never_differ(Behaviour fault)
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            AbstractNetwork network = new(
                seed, Members(4, 2, fault), SimTime.Start + SimDuration.FromSeconds(5), new Ratio(1, 5));

            bool decided = network.RunUntilDecided(2, SimTime.Start + SimDuration.FromMinutes(2));

            Assert.True(network.Agrees());
            Assert.True(fault != Behaviour.Silent || !decided);
        }
    }

    [Fact]
    public void Above_a_third_a_split_vote_decides_two_blocks_at_one_height_in_every_seed()
    {
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            AbstractNetwork network = new(seed, Members(4, 3, Behaviour.SplitVote), SimTime.Start, Ratio.Zero);

            bool disagrees = network.RunUntil(() => !network.Agrees(), SimTime.Start + SimDuration.FromMinutes(5));

            Assert.True(disagrees, $"seed {seed}: the attack failed");
        }
    }

    [Fact]
    public void Double_signing_leaves_evidence_with_every_correct_validator()
    {
        AbstractNetwork network = new(1, Members(3, 1, Behaviour.Equivocates), SimTime.Start, Ratio.Zero);

        network.RunUntilDecided(3, SimTime.Start + SimDuration.FromMinutes(1));
        int guilty = network.Nodes.Single(node => node.Behaviour == Behaviour.Equivocates).Index;

        Assert.All(
            network.Nodes.SelectMany(node => node.Evidence), evidence => Assert.Equal(guilty, evidence.First.Validator));
    }

    private static List<(long Power, Behaviour Behaviour)> Members(int correct, int faulty, Behaviour fault) =>
    [
        .. Enumerable.Repeat((1L, Behaviour.Correct), correct),
        .. Enumerable.Repeat((1L, fault), faulty),
    ];

    private static AbstractNetwork WithLessThanAThirdFaulty(ulong seed)
    {
        KeyedRandom random = new(seed, 0, "shape");
        long[] powers = [.. Enumerable.Range(0, 4 + (int)random.Draw(Shape, 0).Below(6))
            .Select(i => 1 + random.Draw(Shape, 1, (ulong)i).Below(4))];
        long total = powers.Sum();
        long faulty = 0;
        List<(long, Behaviour)> members = [];
        foreach ((long power, int i) in powers.Select((power, i) => (power, i)))
        {
            bool turns = (faulty + power) * 3 < total;
            faulty += turns ? power : 0;
            members.Add((power, turns ? Faults[(int)random.Draw(Shape, 2, (ulong)i).Below(Faults.Length)] : Behaviour.Correct));
        }

        SimDuration heals = random.Draw(Shape, 3).Uniform(SimDuration.Zero, SimDuration.FromSeconds(20));
        return new AbstractNetwork(seed, members, SimTime.Start + heals, new Ratio(random.Draw(Shape, 4).Below(50), 100));
    }
}
