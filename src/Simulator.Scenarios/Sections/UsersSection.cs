using Simulator.Actors.Network;
using Simulator.Primitives;
using Simulator.Scenarios.Claims;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Sections;

/// <summary><c>users:</c></summary>
internal static class UsersSection
{
    private static readonly Key<int> Count = GroupKeys.Count("users", 1_000_000);

    private static readonly Key<OpgAmount> Balance = new("balance", Shapes.Amount)
    {
        Documentation = "What each user holds at the start.",
        Example = "5 OPG",
    };

    private static readonly Key<Allowance> Allowance = new("allowance", Shapes.Allowance)
    {
        Documentation = "What each user lets Permit2 move, approved before the run begins.",
        Default = "unlimited",
        Claim = Claim.Assumption(
            "A-009", "wallets approve Permit2 once and without limit; the network's own client approves 0.2 OPG"),
        Example = "1 OPG",
    };

    private static readonly Key<Rate> Poisson = new("poisson", Shapes.Rate)
    {
        Documentation = "Mean rate of one user's independent requests.",
        Example = "1/min",
    };

    private static readonly Key<SimDuration> Every = new("every", Shapes.PositiveDuration)
    {
        Documentation = "Equal gap between one user's requests.",
        Example = "10 s",
    };

    private static readonly Key<Arrivals> Arrivals = new("arrivals", new OneOf<Arrivals>(
        "a way to arrive",
        new OneOf<Arrivals>.Alternative<Rate>(Poisson, rate => new Arrivals.Poisson(rate)),
        new OneOf<Arrivals>.Alternative<SimDuration>(Every, gap => new Arrivals.Every(gap))))
    {
        Documentation = "When each user asks; open arrivals, a slow answer does not hold the next request back.",
        Example = "{ poisson: 1/min }",
    };

    private static readonly Key<string> Model = new(
        "model", new NameShape("model", "volatility@1.2", context => context.Vocabulary.Models))
    {
        Documentation = "Model and version that the user asks for.",
        Example = "volatility@1.2",
    };

    private static readonly Key<AskPath> Path = new("path", new ChoiceShape<AskPath>(
        ("x402", AskPath.X402, "over HTTP to a node, paid by x402"),
        ("chain", AskPath.Chain, "as a transaction to the hub contract, answered within its block")))
    {
        Documentation = "How the question reaches the network. On the chain needs chains.inference, and a model that "
            + "computes on tensors: text models are asked over x402 only.",
        Default = "x402",
        Convention = "the network's paid path",
        Example = "chain",
    };

    private static readonly Key<int> MaxTokens = new("max_tokens", Shapes.Integer(1, 4_096))
    {
        Documentation = "The most tokens that an answer of a text model may have.",
        Default = "64",
        Claim = Claim.Assumption("A-452", "longer than any answer of chat@1.0; the gateway itself allows 4096"),
        Example = "32",
    };

    private static readonly Key<VerificationMode> Mode = new("mode", new ChoiceShape<VerificationMode>(
        ("vanilla", VerificationMode.Vanilla, "nothing, but that the answer can be read"),
        ("tee", VerificationMode.Tee, "the signature of an enclave that is active on the registry"),
        ("reexecute", VerificationMode.Reexecute, "as tee; paid once its challenge period has passed"),
        ("zk", VerificationMode.Zk, "as tee, and a zero-knowledge proof, modelled, comes with it")))
    {
        Documentation = "What makes an answer believed and paid for. Re-execution and proofs need chains.inference and "
            + "the path x402.",
        Default = "tee",
        Convention = "what the network's own client checks",
        Example = "reexecute",
    };

    private static readonly Section<AskSettings> AsksShape = new(
        "what is asked",
        [Model, Path, Mode, MaxTokens],
        values => new AskSettings
        {
            Model = values.Get(Model),
            Path = values.Get(Path),
            Mode = values.Get(Mode),
            MaxTokens = values.Get(MaxTokens),
        });

    private static readonly Key<AskSettings> Asks = new("asks", AsksShape)
    {
        Documentation = "What each user asks for.",
        Example = "{ model: volatility@1.2 }",
    };

    private static readonly Key<SimDuration> Patience = new("patience", Shapes.PositiveDuration)
    {
        Documentation = "A user gives a request up after this time.",
        Default = "60 s",
        Claim = Claim.Published("A-010", Published.Sdk, "the request timeout of the OpenGradient SDK"),
        Example = "60 s",
    };

    private static readonly Key<SimDuration> Signing = new("signing", Shapes.PositiveDuration)
    {
        Documentation = "Time in which the user's client signs one payment (secp256k1).",
        Default = "1 ms",
        Claim = Claim.Assumption("A-011", "an interpreted client; the signature alone takes 19 us with libsecp256k1"),
        Example = "1 ms",
    };

    private static readonly Key<SimDuration> Checking = new("checking", Shapes.PositiveDuration)
    {
        Documentation = "Time in which the user's client checks one answer: two hashes and an RSA-2048 PSS signature.",
        Default = "1 ms",
        Claim = Claim.Assumption("A-012", "an interpreted client; the signature alone is checked in 15 us by OpenSSL"),
        Example = "1 ms",
    };

    private static readonly Key<string> Behaviour = new(
        "behaviour", new NameShape("user behaviour", "honest", context => context.Vocabulary.UserBehaviours))
    {
        Documentation = "How the group behaves, by name.",
        Default = "honest",
        Convention = "an attack is always stated",
        Example = "honest",
    };

    private static readonly Key<UserFraudSettings> Fraud = new("fraud", UserFraudSection.Shape)
    {
        Documentation = "How the group cheats; without it, it does not.",
        Example = "emptied_wallet",
        IsOptional = true,
    };

    private static readonly Key<NodeSource> NodesFrom = new("nodes_from", new ChoiceShape<NodeSource>(
        ("registry", NodeSource.Registry, "the registry; without chains.inference, nodes known beforehand"),
        ("directory", NodeSource.Directory, "a list in somebody's backend, which operators edit")))
    {
        Documentation = "Where each user learns of nodes.",
        Default = "registry",
        Convention = "as the network's own client does",
        Example = "registry",
    };

    private static readonly Key<SimDuration> RegistryRefresh = new("registry_refresh", Shapes.PositiveDuration)
    {
        Documentation = "Between two readings of the list of active enclaves.",
        Default = "5 min",
        Claim = Claim.Published("A-062", Published.Sdk, "the refresh period of the OpenGradient SDK"),
        Example = "5 min",
    };

    private static readonly Key<RegistryCheck> RegistryCheckKey = new("registry_check", new ChoiceShape<RegistryCheck>(
        ("every_answer", RegistryCheck.EveryAnswer, "whether its enclave is active, before an answer is accepted"),
        ("refresh", RegistryCheck.Refresh, "nothing: the last reading of the list has to do")))
    {
        Documentation = "What a user asks the registry about an answer; careless users never ask.",
        Default = "every_answer",
        Convention = "an answer is accepted only from a node that is active as its client read it",
        Example = "refresh",
    };

    private static readonly Key<AccessPath> Via = new("via", new ChoiceShape<AccessPath>(
        ("network", AccessPath.Network, "nodes of the network, paid per request"),
        ("platform", AccessPath.Platform, "the section platform, with an account")))
    {
        Documentation = "Whom each user asks. Questions and their times are the same either way.",
        Default = "network",
        Convention = "the network is what is simulated",
        Example = "platform",
    };

    private static readonly Key<NodeChoiceSettings> Chooses = new("chooses", NodeChoiceSection.Shape)
    {
        Documentation = "How each user chooses among nodes.",
        Default = "random",
        Example = "cheapest",
    };

    private static readonly Key<int> Retries = new("retries", new RetryShape())
    {
        Documentation = "How often a request is tried on another node: after a connection that fails, a session that is gone "
            + "or a missed deadline, never after an HTTP status.",
        Default = "1",
        Claim = Claim.Published("A-467", Published.Sdk, "the client retries exactly once, on another random node"),
        Example = "none",
    };

    private static readonly Key<SimDuration> Deadline = new("deadline", Shapes.Duration)
    {
        Documentation = "How long one node has to answer before the request is tried elsewhere; 0 s: as long as the user is "
            + "patient. A node that is given up may have been paid.",
        Default = "0 s",
        Convention = "the request timeout is the patience",
        Example = "2 s",
    };

    private static readonly Key<SimDuration> Always = new("always", Shapes.Duration)
    {
        Documentation = "The same for every invoice; 0 s pays at once.",
        Example = "90 s",
    };

    private static readonly Key<SimDuration> Exponential = new("exponential", Shapes.PositiveDuration)
    {
        Documentation = "Mean of an exponential time, drawn for every invoice.",
        Example = "90 s",
    };

    private static readonly Key<PaysAfter> PaysAfter = new("pays_after", new OneOf<PaysAfter>(
        "a time to pay",
        new OneOf<PaysAfter>.Alternative<SimDuration>(Always, span => new PaysAfter.Always(span)),
        new OneOf<PaysAfter>.Alternative<SimDuration>(Exponential, mean => new PaysAfter.Exponential(mean))))
    {
        Documentation = "With payment.mode post_paid: how long after an invoice each user pays it. Past payment.due the debt is "
            + "written off and nothing is served until it is paid after all.",
        Default = "{ always: 0 s }",
        Convention = "a client pays what it is sent",
        Example = "{ exponential: 90 s }",
    };

    private static readonly Section<UserGroup> Group = new(
        "a group of users",
        [
            Count, Balance, Allowance, Arrivals, Asks, Patience, Signing, Checking, Behaviour, Fraud, NodesFrom,
            RegistryRefresh, RegistryCheckKey, Via, Chooses, Retries, Deadline, PaysAfter,
        ],
        values => new UserGroup
        {
            Name = values.Name,
            Count = values.Get(Count),
            Balance = values.Get(Balance),
            Allowance = values.Get(Allowance),
            Arrivals = values.Get(Arrivals),
            Asks = values.Get(Asks),
            Patience = values.Get(Patience),
            Signing = values.Get(Signing),
            Checking = values.Get(Checking),
            Behaviour = values.Get(Behaviour),
            Fraud = values.Find(Fraud),
            NodesFrom = values.Get(NodesFrom),
            RegistryRefresh = values.Get(RegistryRefresh),
            RegistryCheck = values.Get(RegistryCheckKey),
            Via = values.Get(Via),
            Chooses = values.Get(Chooses),
            Retries = values.Get(Retries),
            Deadline = values.Get(Deadline),
            PaysAfter = values.Get(PaysAfter),
        });

    public static readonly NamedGroups<UserGroup> Shape = new("traders", Group);
}
