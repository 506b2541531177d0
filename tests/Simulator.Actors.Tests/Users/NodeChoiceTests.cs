using Simulator.Actors.Network;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Users.Choices;
using Simulator.Primitives;

namespace Simulator.Actors.Tests.Users;

/// <summary>Each rule picks by what it says it picks by, and by nothing else.</summary>
public sealed class NodeChoiceTests
{
    private static readonly KnownNode Cheap = Node("cheap", price: 1);
    private static readonly KnownNode Fast = Node("fast", price: 6);
    private static readonly KnownNode Middle = Node("middle", price: 3);
    private static readonly KnownNode[] All = [Cheap, Fast, Middle];
    private static readonly SimTime Later = SimTime.Start + SimDuration.FromMinutes(1);

    [Fact]
    public void The_cheapest_node_is_the_one_that_posts_least_until_it_has_charged_more()
    {
        NodeBook book = new();

        Assert.Equal(Cheap, Choose(new CheapestNode(), book));

        book.Of(Cheap).Price = OpgAmount.FromWholeOpg(9);

        Assert.Equal(Middle, Choose(new CheapestNode(), book));
    }

    [Fact]
    public void The_fastest_node_is_the_one_never_asked_and_then_the_one_that_answered_soonest()
    {
        NodeBook book = new();
        Rate(book, Cheap, true, 900);
        Rate(book, Fast, true, 90);

        Assert.Equal(Middle, Choose(new FastestNode(Ratio.Zero), book));

        Rate(book, Middle, true, 91);

        Assert.Equal(Fast, Choose(new FastestNode(Ratio.Zero), book));
    }

    [Fact]
    public void A_trusted_node_is_any_of_the_best_tier()
    {
        NodeBook book = new();
        Rate(book, Cheap, true, 900);
        Rate(book, Fast, true, 90);
        Rate(book, Middle, false, 90);

        KnownNode[] chosen =
            [.. Enumerable.Range(0, 200).Select(number => Choose(new TrustedNode(Ratio.Zero), book, (ulong)number)).Distinct()];

        Assert.Equal([Cheap, Fast], chosen.OrderBy(node => node.Name));
    }

    [Fact]
    public void A_conviction_costs_a_tier_of_trust_and_an_acquittal_counts_like_one_good_answer()
    {
        NodeBook book = new();
        Rate(book, Cheap, true, 90);
        Rate(book, Fast, true, 90);
        Rate(book, Middle, false, 90);
        int before = book.TrustIn(Middle, Later);

        int convicted = book.Judge(Fast.Name, isGood: false, 10, Later);

        Assert.Equal(3, NodeExperience.TierOf(book.TrustIn(Cheap, Later)));
        Assert.True(NodeExperience.TierOf(convicted) < 3);
        Assert.Equal(Cheap, Choose(new TrustedNode(Ratio.Zero), book));
        Assert.True(book.Judge(Middle.Name, isGood: true, 1, Later) > before);
        Assert.Equal(convicted, book.Judge(Fast.Name, isGood: false, 0, Later));
    }

    [Fact]
    public void A_node_that_was_never_asked_is_known_by_its_rulings()
    {
        NodeBook book = new();

        Assert.True(book.Judge(Fast.Name, isGood: false, 1, Later) < NodeExperience.UnknownScore);
        Assert.True(book.Judge(Cheap.Name, isGood: true, 1, Later) > NodeExperience.UnknownScore);
        Assert.Equal(NodeExperience.UnknownScore, book.TrustIn(Middle, Later));
    }

    [Theory]
    [InlineData(1, 0, 0, "cheap")]
    [InlineData(0, 1, 0, "fast")]
    [InlineData(0, 0, 1, "fast")]
    [InlineData(3, 1, 0, "cheap")]
    [InlineData(1, 3, 0, "fast")]
    public void Weights_decide_between_price_latency_and_trust(int price, int latency, int trust, string expected)
    {
        NodeBook book = new();
        Rate(book, Cheap, true, 900);
        Rate(book, Fast, true, 90);
        Rate(book, Middle, true, 400);

        Assert.Equal(expected, Choose(new WeightedNode(price, latency, trust, Ratio.Zero), book).Name);
    }

    [Fact]
    public void Who_explores_asks_every_node_now_and_then()
    {
        NodeBook book = new();
        Rate(book, Cheap, false, 5_000);
        Rate(book, Fast, true, 90);
        Rate(book, Middle, false, 5_000);

        int[] counts =
        [
            .. Enumerable.Range(0, 3_000)
                .GroupBy(number => Choose(new FastestNode(new Ratio(1, 5)), book, (ulong)number).Name)
                .OrderBy(group => group.Key).Select(group => group.Count()),
        ];

        // A fifth over three nodes is 200 each.
        Assert.InRange(counts[0], 150, 250);
        Assert.InRange(counts[2], 150, 250);
    }

    [Fact]
    public void Trust_is_the_sum_of_the_contracts_parts()
    {
        NodeExperience node = new();
        Assert.Equal(5_000, node.TrustAt(SimTime.Start));

        node.Ask(SimTime.Start);
        node.Rate(true, SimDuration.FromMilliseconds(500), SimTime.Start);
        node.Rate(false, SimDuration.FromMilliseconds(500), SimTime.Start + SimDuration.FromMinutes(1));

        // Success 5000 of 10000, up for one minute of two, response 10000 − 500 · 10000 / 5000.
        int expected = ((5_000 * 5_000) + (5_000 * 3_500) + (9_000 * 1_500)) / 10_000;
        Assert.Equal(expected, node.TrustAt(SimTime.Start + SimDuration.FromMinutes(2)));
        Assert.Equal(1, NodeExperience.TierOf(expected));
    }

    [Fact]
    public void A_failure_is_forgotten_after_ten_minutes_of_good_answers()
    {
        NodeExperience node = new();
        node.Ask(SimTime.Start);
        node.Rate(false, SimDuration.FromSeconds(2), SimTime.Start);
        SimTime now = SimTime.Start;
        for (int answer = 0; answer < 60; answer++)
        {
            now = SimTime.Start + SimDuration.FromSeconds(15 * (answer + 1));
            node.Rate(true, SimDuration.FromMilliseconds(50), now);
        }

        Assert.InRange(node.TrustAt(now), 9_900, 10_000);
    }

    private static KnownNode Choose(INodeChoice choice, NodeBook book, ulong number = 0) =>
        choice.Choose(All, book, new ChoiceMoment(Later, new KeyedRandom(7, 0, "traders/1"), number));

    private static void Rate(NodeBook book, KnownNode node, bool isGood, int milliseconds)
    {
        book.Of(node).Ask(SimTime.Start);
        book.Of(node).Rate(isGood, SimDuration.FromMilliseconds(milliseconds), SimTime.Start);
    }

    private static KnownNode Node(string name, ulong price) =>
        Cast.UserSettings.Nodes[0] with { Name = name, Card = new NodeCard(null, OpgAmount.FromWholeOpg(price)) };
}
