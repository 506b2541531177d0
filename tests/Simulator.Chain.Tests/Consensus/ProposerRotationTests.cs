using Simulator.Chain.Consensus;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Tests.Consensus;

public sealed class ProposerRotationTests
{
    [Fact]
    public void Everybody_proposes_in_proportion_to_its_power()
    {
        ValidatorSet validators = Of(1, 2, 3, 10);
        ProposerRotation rotation = new(validators);

        ILookup<int, long> turns = Enumerable.Range(1, 16 * 5).Select(h => (long)h)
            .ToLookup(height => rotation.ProposerOf(height, 0));

        Assert.All(
            Enumerable.Range(0, 4), index => Assert.Equal(validators[index].Power * 5, turns[index].LongCount()));
    }

    // CometBFT, types/validator_set_test.go: TestProposerSelection1: powers 1000, 300, 330 of foo, bar, baz.
    [Fact]
    public void The_order_of_turns_is_CometBFTs()
    {
        ValidatorSet validators = Of(1_000, 300, 330);
        ProposerRotation rotation = new(validators);

        IEnumerable<string> names = Enumerable.Range(1, 41).Select(height =>
            validators[rotation.ProposerOf(height, 0)].Power switch { 1_000 => "foo", 300 => "bar", _ => "baz" });

        Assert.Equal(
            "foo baz foo bar foo foo baz foo bar foo foo baz foo foo bar foo baz foo foo bar "
            + "foo foo baz foo bar foo foo baz foo bar foo foo baz foo foo bar foo baz foo foo bar",
            string.Join(' ', names));
    }

    [Fact]
    public void A_round_takes_the_next_turn_and_leaves_the_next_height_its_own()
    {
        ProposerRotation rotation = new(Of(5, 4, 3, 2));
        ProposerRotation fresh = new(Of(5, 4, 3, 2));

        Assert.Equal(fresh.ProposerOf(7, 0), rotation.ProposerOf(4, 3));
        Assert.Equal(fresh.ProposerOf(5, 0), rotation.ProposerOf(5, 0));
        Assert.Equal(fresh.ProposerOf(4, 1), rotation.ProposerOf(4, 1));
    }

    private static ValidatorSet Of(params long[] powers) => new(powers.Select((power, i) =>
        new Validator($"v/{i}", Ed25519Key.FromSeed($"{i}").PublicKey, power, Address.Zero)));
}
