using Simulator.Actors.Rpc;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Users;
using Simulator.Actors.Users.Choices;
using Simulator.Chain.Disputes;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Tests.Users;

/// <summary>A user reads on chain how disputes about others' requests ended, each once.</summary>
public sealed class RulingTests
{
    private static readonly SimDuration Every = SimDuration.FromSeconds(10);
    private static readonly Address Guilty = Address.Parse("0x00000000000000000000000000000000000000a1");
    private static readonly Address Accused = Address.Parse("0x00000000000000000000000000000000000000b0");
    private static readonly Address Stranger = Address.Parse("0x00000000000000000000000000000000000000c0");

    [Fact]
    public void It_asks_at_once_and_then_at_the_stated_interval_from_where_it_has_read()
    {
        Stage stage = Reader();
        Assert.Equal(0, stage.Sent<GetDecisions>().FromBlock);

        stage.Deliver(Reply(7));
        stage.Forget();
        stage.Wait(Every);

        Assert.Equal(8, stage.Sent<GetDecisions>().FromBlock);
    }

    [Fact]
    public void Convictions_and_acquittals_are_believed_and_nothing_else_is()
    {
        Stage stage = Reader();

        stage.Deliver(Reply(
            7,
            Decided(3, Guilty, AnswerStatus.Convicted),
            Decided(4, Accused, AnswerStatus.Verified),
            Decided(4, Guilty, AnswerStatus.Lapsed),
            Decided(5, Accused, AnswerStatus.Test),
            Decided(6, Stranger, AnswerStatus.Convicted)));

        Assert.Equal(
            [("cheaters/1", RulingRead.Convicted), ("honest/1", RulingRead.Acquitted)],
            stage.AllSaid<RulingRead>().Select(read => (read.Node, read.Outcome)));
        NodeRated[] rated = [.. stage.AllSaid<NodeRated>()];
        Assert.Equal(["cheaters/1", "honest/1"], rated.Select(said => said.Node));
        Assert.True(rated[0].Score < NodeExperience.UnknownScore);
        Assert.True(rated[1].Score > NodeExperience.UnknownScore);
    }

    [Fact]
    public void What_comes_a_second_time_is_passed_over()
    {
        Stage stage = Reader();
        stage.Deliver(Reply(7, Decided(3, Guilty, AnswerStatus.Convicted)));
        stage.Forget();

        stage.Deliver(Reply(9, Decided(3, Guilty, AnswerStatus.Convicted), Decided(8, Guilty, AnswerStatus.Convicted)));
        stage.Deliver(Reply(2, Decided(2, Guilty, AnswerStatus.Convicted)));

        stage.Said<RulingRead>();
    }

    [Fact]
    public void After_a_crash_it_reads_on()
    {
        Stage stage = Reader();
        stage.Deliver(Reply(7, Decided(3, Guilty, AnswerStatus.Convicted)));
        stage.Forget();

        stage.Restart();

        Assert.Equal(8, stage.Sent<GetDecisions>().FromBlock);
    }

    private static Stage Reader() => Cast.User(settings => settings with
    {
        Choice = new TrustedNode(Ratio.Zero),
        Rulings = new RulingAccess
        {
            FullNode = RegistryCast.FullNode,
            Every = Every,
            Weights = new RulingWeights(10, 1),
            Accounts = new SortedDictionary<Address, string> { [Guilty] = "cheaters/1", [Accused] = "honest/1" },
        },
    }).Stage;

    private static GetDecisionsReply Reply(long height, params DecidedAnswer[] decided) =>
        new(1, height, DecidedAnswer.Encode(decided));

    private static DecidedAnswer Decided(ulong height, Address node, AnswerStatus status) =>
        new(height, node, Keccak256.HashText($"{node} at {height}"), status);
}
