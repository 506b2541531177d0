using System.Globalization;
using Simulator.Actors.Facilitators.Conditions;
using Simulator.Actors.Gateways.Verification;
using Simulator.Actors.Network;
using Simulator.Actors.Planting;
using Simulator.Actors.Transactions;
using Simulator.Actors.Users;
using Simulator.Actors.Users.Choices;
using Simulator.Actors.Verifiers;
using Simulator.Chain.Blocks;
using Simulator.Chain.Consensus;
using Simulator.Chain.Disputes;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Scenarios.Sections;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>Places everyone whom verified answers need: agents and provers beside nodes, verifiers, jurors, the tester.</summary>
internal sealed class VerificationAssembly(
    AnswerVerificationSettings rules, WorldSite site, InferenceChainAssembly chain)
{
    private const string TesterName = "verification/tester";

    private static readonly SimDuration Signing = SimDuration.FromMilliseconds(1);

    private readonly SortedDictionary<Address, (string Name, ActorRef Actor)> sources = [];
    private readonly SortedDictionary<Address, string> nodes = [];

    private bool HasTests => rules.Tests.Numerator > 0;

    /// <summary>How the verification contract is deployed.</summary>
    public static VerificationSettings ContractOf(AnswerVerificationSettings rules, ValidatorSet validators) => new()
    {
        Penalty = rules.Penalty,
        VerifierPenalty = rules.VerifierPenalty,
        Reward = rules.Reward,
        WindowSeconds = (ulong)rules.Window.WholeSeconds,
        RulingSeconds = (ulong)rules.Ruling.WholeSeconds,
        UnbondingSeconds = (ulong)rules.Unbonding.WholeSeconds,
        Quorum = rules.Quorum,
        ReporterShare = rules.ReporterShare,
        Jurors = [.. validators.Members.Select(validator => (validator.Operator, validator.Power))],
    };

    /// <summary>What the explorer says of the rules.</summary>
    public static (bool Exact, string? Tester) DeclarationOf(Scenario scenario, AnswerVerificationSettings rules) =>
        (ComparisonOf(rules).IsExact && scenario.Nodes.All(group => group.Execution.IsReference),
            rules.Tests.Numerator > 0 ? TesterName : null);

    /// <summary>In front of a facilitator's settlements, on its host.</summary>
    public ActorRef AddDesk(HostRef host, FacilitatorGroup group, string facilitator, ActorRef actor)
    {
        ConditionSettings desk = new()
        {
            Group = group.Name,
            Facilitator = actor,
            FullNode = chain.NextFullNode(),
            ProofCheck = rules.Zk.Check,
        };
        return site.Builder.AddActor(host, facilitator + "/conditions", () => new ConditionDesk(desk));
    }

    /// <summary>Gives a node its agent, its prover and its bond.</summary>
    /// <param name="host">The node's.</param>
    /// <param name="group">Its group.</param>
    /// <param name="name">Its name, whose account is bonded.</param>
    /// <param name="gateway">Its gateway, known once the world is built.</param>
    public VerifiedAnswerSettings AddTo(HostRef host, NodeGroup group, string name, Func<ActorRef> gateway)
    {
        HardwareProfile hardware = site.Scenario.HardwareOf(group);
        CommitmentSettings agent = new()
        {
            Group = group.Name,
            Node = name,
            Account = Bond(name, rules.Bond),
            Batch = rules.Commit,
            LeavesAt = InstantOf(group.Leaves),
            Window = rules.Window + rules.Commit,
            GivenUpAfter = VerificationSection.MarginOf(rules) + SimDuration.FromSeconds(60),
        };
        ActorRef commitments =
            site.Builder.AddActor(host, name + "/commitments", () => new CommitmentAgent(agent, gateway));
        sources.Add(site.Accounts.AddressOf(name), (name, commitments));
        nodes.Add(site.Accounts.AddressOf(name), name);
        ProverSettings prover = new()
        {
            Proving = rules.Zk.Proving,
            Slots = hardware.Cores,
            Machine = new MachineTime(name, group.Name, hardware.Cost),
            Execution = Execution(),
        };
        return new VerifiedAnswerSettings
        {
            Commitments = commitments,
            Prover = site.Scenario.HasProofs ? site.Builder.AddActor(host, name + "/prover", () => new Prover(prover, gateway)) : null,
            ProofBytes = rules.Zk.Size,
            SettlesUnverified = site.Bug == PlantedBug.UnverifiedPaid,
        };
    }

    /// <summary>How a user of the group reads rulings; null for one who reads none.</summary>
    public RulingAccess? RulingsFor(UserGroup group)
    {
        NodeChoiceSettings choice = group.Chooses;
        return !choice.UsesTrust || choice.Rulings == SimDuration.Zero ? null : new RulingAccess
        {
            FullNode = chain.NextFullNode(),
            Every = choice.Rulings,
            Weights = new RulingWeights(choice.Conviction, choice.Acquittal),
            Accounts = nodes,
        };
    }

    /// <summary>Called once the nodes are there.</summary>
    public void Add()
    {
        chain.Allocate(new GenesisAccount(AnswerVerification.RewardAccount, rules.RewardAccount));
        foreach (VerifierGroup group in site.Scenario.Verifiers)
        {
            for (int number = 1; number <= group.Count; number++)
            {
                AddVerifier(group, string.Create(CultureInfo.InvariantCulture, $"{group.Name}/{number}"));
            }
        }

        foreach (KnownFullNode validator in chain.Jurors)
        {
            AddJuror(validator);
        }

        if (HasTests)
        {
            AddTester();
        }
    }

    private static SimTime? InstantOf(SimDuration leaves) =>
        leaves == SimDuration.Zero ? null : SimTime.Start + leaves;

    private static IOutputComparison ComparisonOf(AnswerVerificationSettings rules) =>
        rules.Tolerance.IsZero ? ExactComparison.Shared : new ToleranceComparison(rules.Tolerance.ToDouble());

    private void AddVerifier(VerifierGroup group, string name)
    {
        HardwareProfile hardware = site.Scenario.HardwareOf(group);
        VerifierSettings settings = new()
        {
            Group = group.Name,
            Account = Bond(name, rules.VerifierBond),
            Poll = group.Poll,
            AuditRate = group.AuditRate,
            CheckTime = hardware.Inference,
            Slots = hardware.Cores,
            Machine = new MachineTime(name, group.Name, hardware.Cost),
            Execution = Execution(),
            Comparison = ComparisonOf(rules),
            Sources = sources,
            Fraud = FraudOf(group.Fraud),
            Adapts = group.Adaptive,
            LeavesAt = InstantOf(group.Leaves),
            Settled = VerificationSection.MarginOf(rules) + group.Poll,
            Prices = new VerifierPrices(
                rules.Reward, rules.Penalty.ShareRoundingDown(rules.ReporterShare), rules.VerifierPenalty),
        };
        site.Builder.AddActor(site.Builder.AddHost(name), name, () => new Verifier(settings));
    }

    private static VerifierFraudSettings? FraudOf(VerifierFraud? fraud) => fraud is null
        ? null
        : new VerifierFraudSettings(
            fraud.Kind, VerifierFraudSection.NameOf(fraud.Kind), fraud.Share, fraud.Partners ?? "");

    // Beside its full node, on its host; a byzantine validator rules on nothing.
    private void AddJuror(KnownFullNode validator)
    {
        JurorSettings settings = new()
        {
            Account = AccountOf(validator.Name, validator.Actor),
            Poll = rules.Commit,
            ExecutionTime = rules.Judging,
            Execution = Execution(),
        };
        site.Builder.AddActor(
            site.Builder.HostNamed(validator.Name), validator.Name + "/juror", () => new Juror(settings));
    }

    private void AddTester()
    {
        string model = site.Scenario.Users[0].Asks.Model;
        TesterSettings settings = new()
        {
            Account = Bond(TesterName, rules.Bond),
            Poll = rules.Commit,
            Rate = rules.Tests,
            Questions = new VolatilityTrader(model),
            Model = ((ModelLookup.Found)site.Environment.Models.Find(model)).Blob.Sha256,
            RevealAfter = rules.Window + rules.Commit + rules.Commit,
        };
        ActorRef tester =
            site.Builder.AddActor(site.Builder.AddHost(TesterName), TesterName, () => new Tester(settings));
        sources.Add(site.Accounts.AddressOf(TesterName), (TesterName, tester));
    }

    private TransactionAccount Bond(string name, OpgAmount amount)
    {
        chain.Bond(site.Accounts.AddressOf(name), amount);
        return AccountOf(name, chain.NextFullNode());
    }

    private TransactionAccount AccountOf(string name, ActorRef fullNode)
    {
        PrivateKey key = site.Accounts.KeyOf(name);
        chain.Endow(Secp256k1.AddressOf(key));
        return new TransactionAccount
        {
            Key = key,
            FullNode = fullNode,
            ChainId = Deployments.OgEvmChainId,
            SigningTime = Signing,
        };
    }

    private ReexecutionSettings Execution() => new()
    {
        Models = site.Environment.Models,
        Inference = site.Environment.Inference,
        Profile = ExecutionProfile.Default,
        Facts = site.Environment.Facts,
    };
}
