using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>users.NAME.chooses:</c></summary>
internal static class NodeChoiceSection
{
    private const int MostWeight = 1_000;

    private static readonly Key<NodeRanking> By = new("by", new ChoiceShape<NodeRanking>(
        ("random", NodeRanking.Random, "one node by chance, until its connection fails"),
        ("cheapest", NodeRanking.Cheapest, "the lowest price, charged last or posted"),
        ("fastest", NodeRanking.Fastest, "the shortest latency that the user has seen"),
        ("trusted", NodeRanking.Trusted, "a node of the best tier of trust"),
        ("weighted", NodeRanking.Weighted, "price, latency and trust together")))
    {
        Documentation = "By what a node is chosen; other than with random, for every request, and only among nodes that "
            + "serve the model.",
        Default = "random",
        Claim = Claim.Published("A-465", Published.Sdk, "random.choice among the active nodes of the registry"),
        Example = "weighted",
    };

    // What stands in every explained scenario is no statement of its author's.
    private static readonly Ratio UsualExploration = new(1, 20);

    private const int NoPreference = 1;

    private const int UsualConviction = 10;

    private static readonly SimDuration UsualReading = SimDuration.FromSeconds(10);

    private static readonly Key<Ratio> Explores = new("explores", Shapes.Ratio)
    {
        Documentation = "Share of the choices that go to any node with equal chances, so that the user learns what has "
            + "become of it; with fastest, trusted and weighted.",
        Default = "1/20",
        Claim = Claim.Assumption("A-466", "enough to hear of a recovery within some twenty requests per node"),
        Example = "1/10",
    };

    private static readonly Key<int> Price = Weight("price", "the lowest price divided by the node's");

    private static readonly Key<int> Latency = Weight("latency", "the shortest latency divided by the node's");

    private static readonly Key<int> Trust = Weight("trust", "the node's score of trust");

    private static readonly Key<SimDuration> Rulings = new("rulings", Shapes.Duration)
    {
        Documentation = "With trusted and weighted: between two readings of what full nodes have ruled about disputed answers, "
            + "which then counts as the user's own experience does; 0 s reads none. Rulings are made where verifiers are.",
        Default = "10 s",
        Claim = Claim.Assumption("A-471", "two blocks of the inference chain's slowest setting; a poll costs one RPC call"),
        Example = "10 s",
    };

    private static readonly Key<int> Conviction = OutcomesOf(
        "conviction",
        "an answer that was ruled wrong, all of them bad",
        "10",
        Claim.Assumption("A-472", "as many as a user remembers: the network's score of success, half of TEEReputation, "
            + "counts failures by number and knows no weights"));

    private static readonly Key<int> Acquittal = OutcomesOf(
        "acquittal",
        "an answer that was accused and ruled right, all of them good",
        "1",
        Claim.Assumption("A-473", "it proves one right answer"));

    private static readonly Section<NodeChoiceSettings> Section = new(
        "a choice of nodes",
        [By, Explores, Price, Latency, Trust, Rulings, Conviction, Acquittal],
        values => new NodeChoiceSettings
        {
            By = values.Get(By),
            Explores = values.Get(Explores),
            Price = values.Get(Price),
            Latency = values.Get(Latency),
            Trust = values.Get(Trust),
            Rulings = values.Get(Rulings),
            Conviction = values.Get(Conviction),
            Acquittal = values.Get(Acquittal),
        })
    {
        Rules = RequireSense,
    };

    public static readonly ShortForm<NodeChoiceSettings> Shape = new(Section, By);

    private static Key<int> Weight(string name, string what) => new(name, Shapes.Integer(0, MostWeight))
    {
        Documentation = $"With weighted: the weight of {what}.",
        Default = "1",
        Convention = "equal weights, unless stated otherwise",
        Example = "2",
    };

    private static Key<int> OutcomesOf(string name, string what, string number, Claim claim) =>
        new(name, Shapes.Integer(0, MostWeight))
        {
            Documentation = $"With rulings: as how many outcomes the user counts {what}.",
            Default = number,
            Claim = claim,
            Example = number,
        };

    private static void RequireSense(SectionValues values)
    {
        NodeRanking by = values.Get(By);
        foreach (Key<int> weight in new[] { Price, Latency, Trust })
        {
            if (by != NodeRanking.Weighted && values.Get(weight) != NoPreference)
            {
                values.Refuse(weight, $"'{weight.Name}' weighs nothing here", "weights only with weighted", "remove it");
            }
        }

        if (by is NodeRanking.Random or NodeRanking.Cheapest && values.Get(Explores) != UsualExploration)
        {
            values.Refuse(
                Explores, "this choice learns nothing", "'explores' with fastest, trusted or weighted", "remove it");
        }

        if (by is not (NodeRanking.Trusted or NodeRanking.Weighted))
        {
            RefuseRulings(values);
        }

        if (values.Get(Price) + values.Get(Latency) + values.Get(Trust) == 0)
        {
            values.Refuse(By, "all weights are 0", "one weight of at least 1", "raise one of them");
        }
    }

    private static void RefuseRulings(SectionValues values)
    {
        if (values.Get(Rulings) != UsualReading)
        {
            Refuse(Rulings);
        }

        if (values.Get(Conviction) != UsualConviction)
        {
            Refuse(Conviction);
        }

        if (values.Get(Acquittal) != NoPreference)
        {
            Refuse(Acquittal);
        }

        void Refuse(Key key) => values.Refuse(
            key, "trust decides nothing here", $"'{key.Name}' with trusted or weighted", "remove it");
    }
}
