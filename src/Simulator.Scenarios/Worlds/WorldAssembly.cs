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

    /// <summary>Whose key signs for nobody.</summary>
    private static readonly BootIdentity Stranger = new(BootIdentity.NodeLimit - 1, 0);

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
    private readonly SortedDictionary<string, (string Name, ActorRef Gateway)> endpoints = new(StringComparer.Ordinal);
    private readonly EnclaveAssembly? enclaves;
    private readonly FaultPlan faults;
    private StorageAssembly? storage;
    private EvidenceAssembly? evidence;

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
            ? new InferenceChainAssembly(settings, builder, accounts, vendor, clock, until, bug) { Endpoints = endpoints }
            : null;
        faults = new FaultPlan(scenario.Faults);
        enclaves = inferenceChain is null ? null : new EnclaveAssembly(SiteOf(inferenceChain));
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
        SimDuration batch = scenario.Evidence?.Batch.Idle + SimDuration.FromSeconds(60) ?? SimDuration.Zero;
        return patience + SimDuration.Max(scenario.Payment.Timeout, batch) + SimDuration.FromSeconds(60);
    }

    private void AddParties()
    {
        builder.SetLinks(Links.Of(scenario.Links));
        ActorRef chain = AddPaymentChain();
        storage = StorageAssembly.AddTo(builder, scenario, environment.Models);
        evidence = scenario.Evidence is { } settled
            ? new EvidenceAssembly(settled, builder, accounts, inferenceChain!, storage.Nodes, bug)
            : null;
        AddFacilitators(chain);
        if (enclaves is null)
        {
            AddNodes();
        }
        else
        {
            enclaves.AddRelays();
            enclaves.AddNodes();
            enclaves.AddAdmin();
        }

        AddUsers();
        inferenceChain?.Finish();
        faults.Apply(builder);
    }

    // The factory runs when the world is built, after every party has been added to the genesis block.
    private ActorRef AddPaymentChain() => builder.AddActor(
        builder.AddHost(ChainName),
        ChainName,
        () => Flaws.InPaymentChain(new PaymentChainNode(ChainSettingsOf()), bug));

    private PaymentChainSettings ChainSettingsOf() => new()
    {
        Chain = new PaymentChain(
            PaymentChain.BaseSettings with
            {
                Flaws = Flaws.InContracts(bug),
                InitialBaseFee = scenario.Chains.Payment.BaseFee,
            },
            TokenSettings.Base,
            new RememberedRecovery()),
        Genesis = genesis,
        Allowances = allowances,
        BlockInterval = scenario.Chains.Payment.Block,
        Reorganisations = scenario.Chains.Payment.Reorganisations is { } rule
            ? new Reorganisations(rule.Share, rule.Depth)
            : null,
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
                    Confirmations = scenario.Chains.Payment.Confirmations,
                    Chain = chain,
                    ChainId = Deployments.BaseChainId,
                    Clock = clock,
                };
                HostRef host = builder.AddHost(name);
                ActorRef actor = builder.AddActor(host, name, () => new Facilitator(settings));
                Address address = accounts.AddressOf(name);
                genesis.Add(new GenesisAccount(address, OpgAmount.Zero, FacilitatorWei));
                facilitators.Add(new KnownFacilitator(name, actor, address)
                {
                    Evidence = evidence?.AddDesk(host, group, name),
                });
            }
        }
    }

    private void AddNodes()
    {
        int count = scenario.Nodes.Sum(group => group.Count);
        EnclaveBoots boots = new(environment.Keys, vendor, clock.At(SimTime.Start));
        boots.Prepare(count);
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
        EnclaveSettings enclave = EnclaveSettingsOf(group, boot.Key) with { Evidence = boot.Evidence };
        ActorRef gateway = default;
        ActorRef compute = builder.AddActor(host, name + "/enclave", () => new Enclave(enclave, gateway, name));
        GatewaySettings settings = GatewaySettingsOf(group, payTo);
        gateway = builder.AddActor(host, name, () => Flaws.InGateway(new Gateway(settings, compute), bug));
        nodes.Add(new KnownNode(name, gateway, boot.Key.TeeId, boot.Key.Spki.ToArray(), payTo));
    }

    private EnclaveSite SiteOf(InferenceChainAssembly chain) => new()
    {
        Scenario = scenario,
        Builder = builder,
        Accounts = accounts,
        Chain = chain,
        Faults = faults,
        Endpoints = endpoints,
        Vendor = vendor,
        Keys = environment.Keys,
        Clock = clock,
        Bug = bug,
        EnclaveSettingsOf = group => EnclaveSettingsOf(group, environment.Keys.KeyOf(Stranger)),
        GatewaySettingsOf = GatewaySettingsOf,
    };

    private EnclaveSettings EnclaveSettingsOf(NodeGroup group, EnclaveSigningKey key)
    {
        HardwareProfile hardware = scenario.HardwareOf(group);
        return new EnclaveSettings
        {
            Group = group.Name,
            DeclaredKey = key,
            Evidence = null,
            SigningKey = bug == PlantedBug.AnswerUnchecked ? environment.Keys.KeyOf(Stranger) : key,
            Models = environment.Models,
            Supply = storage?.SupplyOf(bug),
            Inference = environment.Inference,
            Profile = ExecutionProfile.Default,
            Facts = environment.Facts,
            Slots = hardware.Cores,
            QueueCapacity = group.Queue,
            InferenceTime = hardware.Inference,
            SigningTime = hardware.Signing,
            Clock = new UnixClock(clock.StartUnixSeconds + group.ClockSkew.WholeSeconds),
        };
    }

    private GatewaySettings GatewaySettingsOf(NodeGroup group, Address payTo)
    {
        bool isUpto = scenario.Payment.Scheme == PaymentScheme.Upto;
        return new GatewaySettings
        {
            Group = group.Name,
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
        bool isCareless = group.Behaviour == Vocabulary.Careless;
        if (group.Asks.Path == AskPath.Chain)
        {
            ContractCallerSettings caller = CallerSettingsOf(group, name, isCareless, inferenceChain!.NextKnownFullNode());
            builder.AddActor(builder.AddHost(name), name, () => Flaws.InUser(new ContractCaller(caller), bug));
        }
        else
        {
            UserSettings user = UserSettingsOf(group, name, isCareless);
            builder.AddActor(builder.AddHost(name), name, () => Flaws.InUser(new User(user), bug));
        }

        Address owner = accounts.AddressOf(name);
        genesis.Add(new GenesisAccount(owner, group.Balance) { ApprovesPermit2 = group.Allowance.IsUnlimited });
        if (!group.Allowance.IsUnlimited)
        {
            allowances.Add((owner, group.Allowance.Limit.BaseUnits));
        }
    }

    private ContractCallerSettings CallerSettingsOf(
        UserGroup group, string name, bool isCareless, KnownFullNode fullNode) => new()
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
            Nodes = enclaves!.Directory,
            ChecksAnswers = !isCareless,
            SigningTime = group.Signing,
            CheckingTime = group.Checking,
        };

    private UserSettings UserSettingsOf(UserGroup group, string name, bool isCareless) => new()
    {
        Group = group.Name,
        Key = accounts.KeyOf(name),
        Arrivals = ArrivalsOf(group),
        AsksUntil = asksUntil,
        Patience = group.Patience,
        Questions = new VolatilityTrader(group.Asks.Model),
        Nodes = enclaves?.Directory ?? nodes,
        Registry = enclaves is not null && group.NodesFrom == NodeSource.Registry
            ? enclaves.AccessOf(group, isCareless)
            : null,
        Clock = clock,
        SettlementType = evidence?.SettlementType,
        ChecksAnswers = !isCareless && bug != PlantedBug.AnswerUnchecked,
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
