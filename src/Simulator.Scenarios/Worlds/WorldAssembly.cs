using Simulator.Actors;
using Simulator.Actors.Enclaves;
using Simulator.Actors.Facilitators;
using Simulator.Actors.Gateways;
using Simulator.Actors.Network;
using Simulator.Actors.PaymentChains;
using Simulator.Actors.Planting;
using Simulator.Actors.Users;
using Simulator.Chain.Blocks;
using Simulator.Chain.Token;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;
using Simulator.Protocol.X402.Sessions;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>Places a scenario's parties on hosts: one per user, node and facilitator, and one for the payment chain.</summary>
/// <remarks>
/// Names are <c>group/number</c>, counted from 1. Keys, addresses and enclave identities are functions of seed and name,
/// so that adding a group changes nobody else's.
/// </remarks>
public sealed class WorldAssembly
{
    private const string ChainName = "payment-chain";

    /// <summary>What a facilitator's account holds for gas: 1 ETH.</summary>
    internal static readonly UInt128 FacilitatorWei = 1_000_000_000_000_000_000;

    private readonly Scenario scenario;
    private readonly WorldEnvironment environment;
    private readonly WorldBuilder builder;
    private readonly Accounts accounts;
    private readonly SimulatedVendor vendor = new();
    private readonly UnixClock clock;
    private readonly PlantedBug bug;
    private readonly SimTime asksUntil;
    private readonly SimTime until;
    private readonly List<GenesisAccount> genesis = [];
    private readonly List<(Address Owner, UInt256 Allowance)> allowances = [];
    private readonly List<KnownFacilitator> facilitators = [];
    private readonly List<KnownNode> nodes = [];
    private readonly InferenceChainAssembly? inferenceChain;

    private WorldAssembly(Scenario scenario, WorldEnvironment environment)
    {
        this.scenario = scenario;
        this.environment = environment;
        accounts = new Accounts(scenario);
        clock = new UnixClock(scenario.Chains.Payment.StartUnixSeconds);
        bug = PlantedBugs.Parse(scenario.Plant);
        asksUntil = SimTime.Start + scenario.Duration;
        until = asksUntil + DrainTime(scenario);
        builder = new WorldBuilder(new KernelSettings
        {
            Seed = scenario.Seed,
            Replication = environment.Replication,
            WorkerThreads = environment.Threads,
            Shards = environment.Shards,
            Trace = environment.Trace,
        });
        inferenceChain = scenario.Chains.Inference is { } settings
            ? new InferenceChainAssembly(settings, builder, accounts, vendor, clock, until, bug)
            : null;
    }

    public static World Build(Scenario scenario, WorldEnvironment environment, IObservationSink sink)
    {
        WorldAssembly assembly = new(scenario, environment);
        assembly.AddParties();
        return new World(assembly.builder.Build(NetworkMessages.Catalogue(), sink), assembly.until);
    }

    /// <summary>Long enough for the last request to end and the last authorisation to be settled or to expire.</summary>
    public static SimDuration DrainTime(Scenario scenario)
    {
        SimDuration patience = scenario.Users.Max(group => group.Patience);
        return patience + scenario.Payment.Timeout + SimDuration.FromSeconds(60);
    }

    private void AddParties()
    {
        builder.SetLinks(Links.Of(scenario.Links));
        ActorRef chain = AddPaymentChain();
        AddFacilitators(chain);
        AddNodes();
        AddUsers();
        inferenceChain?.Finish();
    }

    // The factory runs when the world is built, after every party has been added to the genesis block.
    private ActorRef AddPaymentChain() => builder.AddActor(
        builder.AddHost(ChainName),
        ChainName,
        () => Flaws.InPaymentChain(new PaymentChainNode(ChainSettingsOf()), bug));

    private PaymentChainSettings ChainSettingsOf() => new()
    {
        Chain = new PaymentChain(
            PaymentChain.BaseSettings with { Flaws = Flaws.InContracts(bug) }, TokenSettings.Base, new RememberedRecovery()),
        Genesis = genesis,
        Allowances = allowances,
        BlockInterval = scenario.Chains.Payment.Block,
        Until = until,
        Clock = clock,
        Names = WithContracts(accounts.Names),
        RecoveryTime = scenario.Chains.Payment.Recovery,
    };

    private static SortedDictionary<Address, string> WithContracts(IReadOnlyDictionary<Address, string> names)
    {
        SortedDictionary<Address, string> all = [];
        foreach ((Address address, string name) in names)
        {
            all.Add(address, name);
        }

        all[Deployments.OpgToken] = "OPG token";
        all[Deployments.Permit2] = "Permit2";
        all[Deployments.UptoProxy] = "upto proxy";
        all[Deployments.ExactProxy] = "exact proxy";
        return all;
    }

    private void AddFacilitators(ActorRef chain)
    {
        foreach (FacilitatorGroup group in scenario.Facilitators)
        {
            for (int number = 1; number <= group.Count; number++)
            {
                string name = $"{group.Name}/{number}";
                FacilitatorSettings settings = new()
                {
                    Group = group.Name,
                    Key = accounts.KeyOf(name),
                    CheckingTime = group.Service,
                    SigningTime = group.Signing,
                    QueueCapacity = group.Queue,
                    Chain = chain,
                    ChainId = Deployments.BaseChainId,
                    Clock = clock,
                };
                ActorRef actor = builder.AddActor(builder.AddHost(name), name, () => new Facilitator(settings));
                Address address = accounts.AddressOf(name);
                genesis.Add(new GenesisAccount(address, OpgAmount.Zero, FacilitatorWei));
                facilitators.Add(new KnownFacilitator(name, actor, address));
            }
        }
    }

    private void AddNodes()
    {
        int count = scenario.Nodes.Sum(group => group.Count);
        EnclaveBoots boots = new(environment.Keys, vendor, clock.At(SimTime.Start));
        boots.Prepare(count);
        inferenceChain?.Approve(EnclaveBoots.ApprovedGateway);
        foreach (NodeGroup group in scenario.Nodes)
        {
            for (int number = 1; number <= group.Count; number++)
            {
                AddNode(group, $"{group.Name}/{number}", boots[nodes.Count]);
            }
        }
    }

    private void AddNode(NodeGroup group, string name, EnclaveBoots.Attested boot)
    {
        HostRef host = builder.AddHost(name);
        Address payTo = accounts.AddressOf(name);
        EnclaveSettings enclave = EnclaveSettingsOf(group, boot);
        ActorRef gateway = default;
        ActorRef compute = builder.AddActor(host, name + "/enclave", () => new Enclave(enclave, gateway, name));
        GatewaySettings settings = GatewaySettingsOf(group, payTo, boot.Key.TeeId);
        gateway = builder.AddActor(host, name, () => Flaws.InGateway(new Gateway(settings, compute), bug));
        nodes.Add(new KnownNode(name, gateway, boot.Key.TeeId, boot.Key.Spki.ToArray(), payTo));
        inferenceChain?.Register(nodes[^1], boot.Evidence);
    }

    private EnclaveSettings EnclaveSettingsOf(NodeGroup group, EnclaveBoots.Attested boot)
    {
        HardwareProfile hardware = scenario.HardwareOf(group);
        BootIdentity stranger = new(BootIdentity.NodeLimit - 1, 0);
        return new EnclaveSettings
        {
            Group = group.Name,
            DeclaredKey = boot.Key,
            Evidence = boot.Evidence,
            SigningKey = bug == PlantedBug.AnswerUnchecked ? environment.Keys.KeyOf(stranger) : boot.Key,
            Models = environment.Models,
            Inference = environment.Inference,
            Profile = ExecutionProfile.Default,
            Facts = environment.Facts,
            Slots = hardware.Cores,
            QueueCapacity = group.Queue,
            InferenceTime = hardware.Inference,
            SigningTime = hardware.Signing,
            Clock = clock,
        };
    }

    private GatewaySettings GatewaySettingsOf(NodeGroup group, Address payTo, Hash32 teeId)
    {
        bool isUpto = scenario.Payment.Scheme == PaymentScheme.Upto;
        return new GatewaySettings
        {
            Group = group.Name,
            TeeId = teeId,
            PayTo = payTo,
            Scheme = isUpto ? X402Protocol.UptoScheme : X402Protocol.ExactScheme,
            Maximum = isUpto ? scenario.Payment.Max : group.Price,
            Price = group.Price,
            TimeoutSeconds = (int)scenario.Payment.Timeout.WholeSeconds,
            Sessions = new SessionRules
            {
                IdleSeconds = scenario.Payment.Idle.WholeSeconds,
                SingleUse = !isUpto || scenario.Payment.Settlement == PaymentSettlement.PerRequest,
            },
            ChainId = Deployments.BaseChainId,
            Facilitators = facilitators,
            Clock = clock,
        };
    }

    private void AddUsers()
    {
        foreach (UserGroup group in scenario.Users)
        {
            for (int number = 1; number <= group.Count; number++)
            {
                AddUser(group, $"{group.Name}/{number}");
            }
        }
    }

    private void AddUser(UserGroup group, string name)
    {
        if (group.Asks.Path == AskPath.Chain)
        {
            ContractCallerSettings caller = CallerSettingsOf(group, name, inferenceChain!.NextFullNode());
            builder.AddActor(builder.AddHost(name), name, () => Flaws.InUser(new ContractCaller(caller), bug));
        }
        else
        {
            UserSettings user = UserSettingsOf(group, name);
            builder.AddActor(builder.AddHost(name), name, () => Flaws.InUser(new User(user), bug));
        }

        Address owner = accounts.AddressOf(name);
        genesis.Add(new GenesisAccount(owner, group.Balance) { ApprovesPermit2 = group.Allowance.IsUnlimited });
        if (!group.Allowance.IsUnlimited)
        {
            allowances.Add((owner, group.Allowance.Limit.BaseUnits));
        }
    }

    private ContractCallerSettings CallerSettingsOf(UserGroup group, string name, KnownFullNode fullNode) => new()
    {
        Group = group.Name,
        Key = accounts.KeyOf(name),
        Arrivals = ArrivalsOf(group),
        AsksUntil = asksUntil,
        Patience = group.Patience,
        Questions = new VolatilityTrader(group.Asks.Model),
        ModelId = ((ModelLookup.Found)environment.Models.Find(group.Asks.Model)).Blob.BlobId,
        ChainId = Deployments.OgEvmChainId,
        FullNode = fullNode.Actor,
        FullNodeName = fullNode.Name,
        Nodes = nodes,
        ChecksAnswers = group.Behaviour != Vocabulary.Careless,
        SigningTime = group.Signing,
        CheckingTime = group.Checking,
    };

    private UserSettings UserSettingsOf(UserGroup group, string name) => new()
    {
        Group = group.Name,
        Key = accounts.KeyOf(name),
        Arrivals = ArrivalsOf(group),
        AsksUntil = asksUntil,
        Patience = group.Patience,
        Questions = new VolatilityTrader(group.Asks.Model),
        Nodes = nodes,
        Clock = clock,
        ChecksAnswers = group.Behaviour != Vocabulary.Careless && bug != PlantedBug.AnswerUnchecked,
        SigningTime = group.Signing,
        CheckingTime = group.Checking,
    };

    private static Actors.Users.Arrivals ArrivalsOf(UserGroup group) => group.Arrivals switch
    {
        Settings.Arrivals.Poisson poisson => new Actors.Users.Arrivals.Poisson(poisson.Rate.MeanGap),
        Settings.Arrivals.Every every => new Actors.Users.Arrivals.Every(every.Gap),
        _ => throw Invariant.Unreachable(group.Arrivals),
    };
}
