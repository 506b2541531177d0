using Simulator.Economics.Epochs;
using Simulator.Primitives;
using Simulator.Scenarios.Expressions;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Sections.Economy;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Sources;
using Simulator.Scenarios.Variations;
using Simulator.Scenarios.Verdicts;

namespace Simulator.Scenarios.Sections;

/// <summary>The whole file.</summary>
internal static class ScenarioSection
{
    public const int MaxVerdicts = 200;

    private static readonly Key<string> Question = new(
        "question", new TextShape("one question", 300, "What does one request cost?"))
    {
        Documentation = "The one question that the scenario answers; the first key of the file.",
        Example = "What does one request cost?",
        IsNotInherited = true,
    };

    // Read and removed before the sections are; it stands here for messages and documentation.
    private static readonly Key<string> Extends = new(
        SourceChain.ExtendsKey, new TextShape("the path of one scenario file", 300, "base.yaml"))
    {
        Documentation = "One parent, relative to this file. Sections and groups merge key by key, lists are replaced, "
            + "and the parent's question is not inherited. A parent may have a parent.",
        Example = "base.yaml",
        IsOptional = true,
    };

    private static readonly Key<ulong> Seed = new("seed", new IntegerShape<ulong>(Bounds<ulong>.None))
    {
        Documentation = "Every draw of the run follows from it.",
        Default = "1",
        Convention = "a convention",
        Example = "7",
    };

    private static readonly Key<SimDuration> Duration = new("duration", Shapes.PositiveDuration)
    {
        Documentation = "How long users ask. The run then goes on until the last request and settlement have ended: "
            + "for the longest patience, the payment timeout and a minute.",
        Example = "10 min",
    };

    private static readonly Key<WarmUpSettings> WarmUp = new("warm_up", Shapes.WarmUp)
    {
        Documentation = "What figures leave out at the start of a run: a time, or as much as MSER-5 finds in the run's own "
            + "latencies. It concerns requests made then (their latencies, prices, shares of fates), rates, lengths of queues "
            + "and delays of settlements; counts, money and judges are about the whole run.",
        Example = "mser5",
        IsOptional = true,
    };

    private static readonly Key<ChainsSettings> Chains = new("chains", ChainsSection.Shape)
    {
        Documentation = "The chains of the world.",
        Default = "{}",
    };

    private static readonly Key<PaymentSettings> Payment = new("payment", PaymentSection.Shape)
    {
        Documentation = "How requests are paid.",
        Default = "{}",
    };

    private static readonly Key<IReadOnlyList<UserGroup>> Users = new("users", UsersSection.Shape)
    {
        Documentation = "Who asks, in named groups.",
        Example = "{ traders: { count: 200, … } }",
    };

    private static readonly Key<IReadOnlyList<NodeGroup>> Nodes = new("nodes", NodesSection.Shape)
    {
        Documentation = "Who answers, in named groups.",
        Example = "{ honest: { count: 8 } }",
    };

    private static readonly Key<IReadOnlyList<FacilitatorGroup>> Facilitators = new(
        "facilitators", FacilitatorsSection.Shape)
    {
        Documentation = "Who verifies and settles payments, in named groups.",
        Default = "{ main: { count: 1 } }",
        Convention = "one facilitator is the least a paid request needs",
        Example = "{ main: { count: 2 } }",
    };

    private static readonly Key<LinkProfile> Links = new("links", LinksSection.Shape)
    {
        Documentation = "The links between hosts.",
        Default = "{}",
    };

    private static readonly Key<IReadOnlyList<HardwareProfile>> Hardware = new("hardware", HardwareSection.Shape)
    {
        Documentation = "Machines of nodes: changes to built-in profiles, and profiles of your own.",
        Default = "{}",
        Example = "{ gpu: { cores: 8, inference: 4 ms } }",
    };

    private static readonly Key<IReadOnlyList<StorageGroup>> Storage = new("storage", StorageSection.Shape)
    {
        Documentation = "Who keeps blobs, in named groups. With storage, nodes fetch their models by blob id before they "
            + "serve; without, models come with the node.",
        Example = "{ good: { count: 4 } }",
        IsOptional = true,
    };

    private static readonly Key<IReadOnlyList<VerifierGroup>> Verifiers = new("verifiers", VerifiersSection.Shape)
    {
        Documentation = "Who executes answers again that nodes committed to, in named groups; needs chains.inference.",
        Example = "{ auditors: { count: 3, audit_rate: 1/10 } }",
        IsOptional = true,
    };

    private static readonly Key<AnswerVerificationSettings> Verification = new("verification", VerificationSection.Shape)
    {
        Documentation = "Rules of re-execution and of proofs, where users ask for either or there are verifiers.",
        Default = "{}",
    };

    private static readonly Key<EvidenceSettings> Evidence = new("evidence", EvidenceSection.Shape)
    {
        Documentation = "How the hashes of answers reach the inference chain. Without it: by its defaults where there are "
            + "an inference chain and storage, otherwise not at all.",
        Example = "{ settlement: batch }",
        IsOptional = true,
    };

    private static readonly Key<PlatformScenario> Platform = new("platform", PlatformSection.Shape)
    {
        Documentation = "A centralised provider with accounts, for users with 'via: platform'.",
        Example = "{ servers: 8 }",
        IsOptional = true,
    };

    private static readonly Key<IReadOnlyList<Fault>> Faults = new("faults", FaultsSection.Shape)
    {
        Documentation = "What goes wrong or is decided, and when.",
        Default = "[]",
        Convention = "a fault is always stated",
        Example = "[{ at: 5 min, crash: honest/3, for: 10 s }]",
    };

    private static readonly Key<RewardSettings> Rewards = new("rewards", RewardsSection.Shape)
    {
        Documentation = "A programme that rewards nodes for what is settled to them; without it there is none.",
        Example = "{ pool: 1 OPG, epoch: 2 min }",
        IsOptional = true,
    };

    private static readonly Key<string> Plant = new(
        "plant", new NameShape("planted bug", "lost-refund", context => context.Vocabulary.PlantedBugs))
    {
        Documentation = "Negative scenarios only: a bug planted on purpose, which a checker must catch.",
        IsOptional = true,
        Example = "refund-lost",
    };

    private static readonly Key<IReadOnlyList<Verdict>> Verdicts = new(
        "verdicts", new ListOf<Verdict>(new VerdictShape(), MaxVerdicts))
    {
        Documentation = "What the scenario expects: checkers that find nothing, metrics that keep to a bound.",
        Default = "[]",
        Convention = "a run without verdicts only measures",
        Example = "[supply.conserved]",
    };

    private static readonly Key<Variation> Vary = new("vary", new VariationShape())
    {
        Documentation = "Makes the scenario an experiment: keys of the scenario by their full paths, with the values that "
            + "its arms give them. All arms share their luck.",
        Example = "{ grid: { payment.max: [0.1 OPG, 1 OPG] } }",
        IsOptional = true,
    };

    private static readonly Key<Replications> Replications = new("replications", new ReplicationsShape())
    {
        Documentation = "How often every arm is run, each time with other luck: a number, or a rule to stop by.",
        Example = "20",
        IsOptional = true,
    };

    private static readonly Key<IReadOnlyList<CrossingSettings>> Estimates = new(
        EstimatesSection.Name, EstimatesSection.Shape)
    {
        Documentation = "Questions to all arms together, by name; verdicts call them estimate(NAME).",
        Example = "{ break-even: { crossing: profit(cheaters) - profit(honest), over: verifiers.audit_rate } }",
        IsOptional = true,
    };

    private static readonly Key<IReadOnlyList<ClosedFormSettings>> ClosedForms = new(
        ClosedFormsSection.Name, ClosedFormsSection.Shape)
    {
        Documentation = "What theory says that figures come to, by name: reports and charts show it beside what is measured, "
            + "verdicts call it closed_form(NAME).",
        Example = $"{{ detection: {{ metric: share(fraud.caught, cheaters), formula: {FormulaShape.Sample} }} }}",
        IsOptional = true,
    };

    private static readonly Key<EconomySettings> EconomyKey = new("economy", EconomySection.Shape)
    {
        Documentation = "Makes the scenario one of the epoch level: months to years of unlocks, demand, costs, entry and exit "
            + "in steps of a day or more, without users, nodes and chains of their own.",
        Example = "{ price: { start: 0.2 USD }, … }",
    };

    /// <summary>A scenario at request level.</summary>
    public static readonly Section<Scenario> Shape = new(
        "a scenario",
        [
            Question, Extends, Seed, Duration, WarmUp, Chains, Payment, Users, Nodes, Facilitators, Links, Hardware, Storage,
            Evidence, Verifiers, Verification, Platform, Rewards, Faults, Plant, Vary, Replications, Estimates,
            ClosedForms, Verdicts,
        ],
        Build)
    {
        Rules = values =>
        {
            CheckWarmUp(values);
            ScenarioRules.Check(
                values, values.Get(Chains), values.Get(Payment), values.Get(Users), values.Get(Nodes));
            EvidenceSection.Check(
                values, values.Find(Evidence) is not null, values.Get(Chains), values.Find(Storage)?.Count ?? 0);
            VerificationSection.Check(values, Build(values));
            FraudRules.Check(values, Build(values));
            PaymentRules.Check(values, Build(values));
            PlatformSection.Check(values, values.Find(Platform) is not null, values.Get(Users));
            FaultRules.Check(values, Build(values));
            EstimatesSection.Check(values, values.Find(Vary), values.Find(Estimates) ?? []);
            ClosedFormsSection.Check(values, values.Find(ClosedForms) ?? [], values.Find(Estimates) ?? []);
        },
    };

    /// <summary>A scenario at epoch level.</summary>
    public static readonly Section<Scenario> Economy = new(
        "a scenario with an economy",
        [Question, Extends, Seed, Duration, EconomyKey, Plant, Vary, Replications, Estimates, ClosedForms, Verdicts],
        BuildEconomy)
    {
        Rules = values =>
        {
            EconomySection.Check(values, Duration, values.Get(EconomyKey));
            EstimatesSection.Check(values, values.Find(Vary), values.Find(Estimates) ?? []);
            ClosedFormsSection.Check(values, values.Find(ClosedForms) ?? [], values.Find(Estimates) ?? []);
        },
    };

    /// <summary>Every key of either kind: for merging, paths and documentation.</summary>
    public static readonly Section<Scenario> Both = new(
        "a scenario", [.. Shape.Keys.Append(EconomyKey)], _ => throw Invariant.Unreachable("read as one of the two"));

    /// <summary>What a merged file is read as.</summary>
    public static Section<Scenario> Of(MappingNode root) => root.Find(EconomyKey.Name) is null ? Shape : Economy;

    private static void CheckWarmUp(SectionValues values)
    {
        if (values.FindValue(WarmUp) is { IsFound: false } warmUp && warmUp.Length >= values.Get(Duration))
        {
            values.Refuse(
                WarmUp,
                $"a warm-up of {warmUp.Length} leaves nothing of {values.Get(Duration)}",
                "a time shorter than 'duration'",
                "shorten it, lengthen 'duration', or write 'mser5'");
        }
    }

    private static Scenario BuildEconomy(SectionValues values) => new()
    {
        Question = values.Get(Question),
        Seed = values.Get(Seed),
        Duration = values.Get(Duration),
        Economy = values.Get(EconomyKey) with
        {
            Epochs = (int)(values.Get(Duration).Nanoseconds
                / SimDuration.FromDays(values.Get(EconomyKey).EpochDays).Nanoseconds),
        },
        Chains = values.DefaultOf(Chains),
        Payment = values.DefaultOf(Payment),
        Users = [],
        Nodes = [],
        Facilitators = [],
        Links = values.DefaultOf(Links),
        Hardware = [],
        Storage = [],
        Faults = [],
        Plant = values.Find(Plant),
        Vary = values.Find(Vary),
        Replications = values.Find(Replications),
        Estimates = values.Find(Estimates) ?? [],
        ClosedForms = values.Find(ClosedForms) ?? [],
        Verdicts = values.Get(Verdicts),
    };

    private static Scenario Build(SectionValues values) => new()
    {
        Question = values.Get(Question),
        Seed = values.Get(Seed),
        Duration = values.Get(Duration),
        WarmUp = values.FindValue(WarmUp),
        Chains = values.Get(Chains),
        Payment = values.Get(Payment),
        Users = values.Get(Users),
        Nodes = values.Get(Nodes),
        Facilitators = values.Get(Facilitators),
        Links = values.Get(Links),
        Hardware = values.Get(Hardware),
        Storage = values.Find(Storage) ?? [],
        Evidence = EvidenceSection.Resolve(
            values.Find(Evidence), values.Get(Chains), values.Find(Storage) ?? []),
        Verifiers = values.Find(Verifiers) ?? [],
        Verification = VerificationSection.Resolve(
            values.Get(Verification), values.Get(Users), values.Find(Verifiers) ?? []),
        Platform = values.Find(Platform),
        Rewards = values.Find(Rewards),
        Faults = values.Get(Faults),
        Plant = values.Find(Plant),
        Vary = values.Find(Vary),
        Replications = values.Find(Replications),
        Estimates = values.Find(Estimates) ?? [],
        ClosedForms = values.Find(ClosedForms) ?? [],
        Verdicts = values.Get(Verdicts),
    };
}
