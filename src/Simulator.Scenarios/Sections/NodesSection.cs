using Simulator.Actors.Enclaves;
using Simulator.Actors.Verifiers;
using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>nodes:</c></summary>
internal static class NodesSection
{
    private static readonly Key<int> Count = GroupKeys.Count("inference nodes", 100_000);

    private static readonly Key<string> Hardware = new(
        "hardware", new NameShape("hardware profile", "cpu-small", HardwareSection.KnownNames))
    {
        Documentation = "The machine of each node: a built-in profile, or one of the section 'hardware'.",
        Default = "cpu-small",
        Claim = Claim.Assumption("A-014", "small models are served from small machines"),
        Example = "cpu-small",
    };

    private static readonly Key<OpgAmount> Price = new("price", Shapes.Amount)
    {
        Documentation = "Posted price of one inference; with upto no more than payment.max.",
        Default = "0.002 OPG",
        Claim = Claim.Assumption("A-015", "fifty small inferences fit under one authorisation of 0.1 OPG"),
        Example = "0.002 OPG",
    };

    private static readonly Key<OpgAmount> PricePerToken = new("price_per_token", Shapes.Amount)
    {
        Documentation = "Added to the price for each token of prompt and answer that an answer of a text model states; "
            + "not with payment.mode exact. An answer that does not fit under the session's maximum is free.",
        Default = "0 OPG",
        Convention = "models of tensors have no tokens",
        Example = "0.0001 OPG",
    };

    private static readonly Key<int> Queue = GroupKeys.Queue(
        "Requests", "64", Claim.Assumption("A-016", "about half a second of work on one small machine"));

    private static readonly Key<QueuePolicy> WhenFull = new("when_full", new ChoiceShape<QueuePolicy>(
        ("refuse", QueuePolicy.Refuse, "the request that came last: queue_full"),
        ("drop_oldest", QueuePolicy.DropOldest, "the one that has waited longest: queue_dropped"),
        ("drop_lowest_price", QueuePolicy.DropLowestPrice, "the one that earns least, of equal ones the last; requests "
            + "from the chain earn nothing")))
    {
        Documentation = "Who is turned away, with status 503, when 'queue' requests wait and one more comes.",
        Default = "refuse",
        Convention = "what an HTTP server with a bounded queue does",
        Example = "drop_oldest",
    };

    private static readonly Key<IReadOnlyList<string>> Models = new("models", new ListOf<string>(
        new NameShape("model", "volatility@1.2", context => context.Vocabulary.Models), 100))
    {
        Documentation = "Models and versions that the group serves and says so; with [] every published one.",
        Default = "[]",
        Convention = "as the network's gateways do",
        Example = "[volatility@1.2]",
    };

    private static readonly Key<string> Build = new("build", new NameShape("build", "published"))
    {
        Documentation = "The code that the enclaves run: `published` has the measurements of the network's gateway, any "
            + "other name has measurements derived from it. All builds of a scenario are approved from the start, "
            + "except those of groups that present a wrong measurement. Needs chains.inference.",
        Default = "published",
        Convention = "the measurements that the gateway publishes",
        Example = "gateway-2",
    };

    private static readonly Key<SimDuration> Boot = new("boot", Shapes.PositiveDuration)
    {
        Documentation = "From a host's start until its enclave has keys and serves. Needs chains.inference.",
        Default = "5 s",
        Claim = Claim.Assumption("A-060", "an enclave of 8 GiB is loaded in seconds; its RSA key alone takes 0.12 s"),
        Example = "5 s",
    };

    private static readonly Key<SimDuration> ClockSkew = new("clock_skew", Shapes.Duration)
    {
        Documentation = "How far the enclaves' clocks are ahead, in whole seconds; heartbeats are dated back by 300 s.",
        Default = "0 s",
        Convention = "a wrong clock is a fault and is stated",
        Example = "400 s",
    };

    private static readonly Key<SimDuration> Heartbeat = new("heartbeat", Shapes.PositiveDuration)
    {
        Documentation = "From the end of one series of up to three attempts at a heartbeat to the next.",
        Default = "15 min",
        Claim = Claim.Published("A-061", Published.Gateway, "tee_heartbeat_interval"),
        Example = "15 min",
    };

    private static readonly Key<NodeBehaviour> Behaviour = new("behaviour", NodeBehaviourSection.Shape)
    {
        Documentation = "In which ways the group does not follow the protocol.",
        Default = "{}",
    };

    private static readonly Key<NodeExecution> Execution = new("execution", NodeExecutionSection.Shape)
    {
        Documentation = "How the nodes run models: what honest nodes may differ in.",
        Default = "{}",
    };

    private static readonly Key<NodeFraud> Fraud = new("fraud", NodeFraudSection.Shape)
    {
        Documentation = "How the group's nodes cheat those who pay them, by name or with details. Without it, not at all.",
        Example = "{ kind: cheaper_model, model: volatility-int8@1.2, share: 1/4 }",
        IsOptional = true,
    };

    private static readonly Key<BanditRules> Adaptive = new("adaptive", BanditSection.Shape)
    {
        Documentation = "The nodes cheat as 'fraud' says in some periods and not in others, and mostly do what paid better "
            + "so far; without it they cheat whenever they can.",
        Example = "{ period: 60 s, explores: 1/10 }",
        IsOptional = true,
    };

    private static readonly Key<SimDuration> Leaves =
        GroupKeys.Leaves("nodes", "what they answer from then on is verified and paid for by nobody.");

    private static readonly Section<NodeGroup> Group = new(
        "a group of nodes",
        [
            Count, Hardware, Price, PricePerToken, Queue, WhenFull, Models, Build, Boot, ClockSkew, Heartbeat, Execution,
            Behaviour, Fraud, Adaptive, Leaves,
        ],
        values => new NodeGroup
        {
            Name = values.Name,
            Count = values.Get(Count),
            Hardware = values.Get(Hardware),
            Price = values.Get(Price),
            PricePerToken = values.Get(PricePerToken),
            Queue = values.Get(Queue),
            WhenFull = values.Get(WhenFull),
            Models = values.Get(Models),
            Build = values.Get(Build),
            Boot = values.Get(Boot),
            ClockSkew = values.Get(ClockSkew),
            Heartbeat = values.Get(Heartbeat),
            Execution = values.Get(Execution),
            Behaviour = values.Get(Behaviour),
            Fraud = values.Find(Fraud),
            Adaptive = values.Find(Adaptive),
            Leaves = values.Get(Leaves),
        })
    {
        Rules = RequireFraudToTry,
    };

    private static void RequireFraudToTry(SectionValues values)
    {
        if (values.Find(Adaptive) is not null && values.Find(Fraud) is null)
        {
            values.Refuse(
                Adaptive,
                "there is no fraud that the nodes could try",
                "'adaptive' only beside 'fraud'",
                "add for example 'fraud: { kind: cheaper_model, model: volatility-int8@1.2 }'");
        }
    }

    public static readonly NamedGroups<NodeGroup> Shape = new("honest", Group);
}
