using System.Globalization;
using System.Text;
using Simulator.Actors.Enclaves;
using Simulator.Actors.FullNodes;
using Simulator.Actors.Network;
using Simulator.Actors.PaymentChains;
using Simulator.Actors.Planting;
using Simulator.Chain.Blocks;
using Simulator.Chain.Pipe;
using Simulator.Chain.Registry;
using Simulator.Chain.Staking;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>Places the full nodes of the inference chain, and gathers what its block 0 says about everyone else.</summary>
internal sealed class InferenceChainAssembly
{
    private const string AdminName = "inference-chain/admin";

    private readonly InferenceChainSettings settings;
    private readonly WorldBuilder builder;
    private readonly Accounts accounts;
    private readonly SimulatedVendor vendor;
    private readonly UnixClock clock;
    private readonly SimTime until;
    private readonly List<GenesisAccount> allocated = [];
    private readonly List<ApprovedBuild> builds = [];
    private readonly List<Address> operators = [];
    private readonly List<Address> relays = [];
    private readonly List<KnownFullNode> fullNodes = [];
    private readonly List<RegisterTeeCall> enclaves = [];
    private readonly SortedDictionary<string, ActorRef> endpoints = new(StringComparer.Ordinal);
    private readonly PlantedBug bug;
    private int clients;

    public InferenceChainAssembly(
        InferenceChainSettings settings,
        WorldBuilder builder,
        Accounts accounts,
        SimulatedVendor vendor,
        UnixClock clock,
        SimTime until,
        PlantedBug bug)
    {
        this.settings = settings;
        this.builder = builder;
        this.accounts = accounts;
        this.vendor = vendor;
        this.clock = clock;
        this.until = until;
        this.bug = bug;
        Admin = accounts.AddressOf(AdminName);
        AddFullNodes();
    }

    /// <summary>Deployer and admin of every contract; its key is <see cref="AdminKey"/>.</summary>
    public Address Admin { get; }

    public PrivateKey AdminKey => accounts.KeyOf(AdminName);

    /// <summary>The full node that the next client talks to; clients are spread evenly, in order of asking.</summary>
    public KnownFullNode NextFullNode() => fullNodes[clients++ % fullNodes.Count];

    /// <summary>Native coin enough for any number of transactions at the network's gas price.</summary>
    public void Endow(Address account) => allocated.Add(new GenesisAccount(account, OpgAmount.Zero, WorldAssembly.FacilitatorWei));

    public void Allocate(GenesisAccount account) => allocated.Add(account);

    public void Approve(ApprovedBuild build) => builds.Add(build);

    public void AppointOperator(Address account) => operators.Add(account);

    public void AppointRelay(Address account) => relays.Add(account);

    /// <summary>An inference node whose enclave the admin has registered before the run, found by its endpoint.</summary>
    public void Register(KnownNode node, EnclaveEvidence evidence)
    {
        string endpoint = $"https://{node.Name.Replace('/', '-')}.invalid";
        enclaves.Add(new RegisterTeeCall(
            TeeRegistry.DefaultAddress,
            evidence.Document,
            node.SigningKey,
            evidence.TlsCertificate,
            node.PayTo,
            endpoint,
            InferenceGenesis.LlmProxy));
        endpoints.Add(endpoint, node.Gateway);
    }

    /// <summary>Called once everyone has been added; block 0 is complete from here on.</summary>
    public void Finish() => Endow(Admin);

    private void AddFullNodes()
    {
        for (int number = 1; number <= Math.Min(1, settings.Validators); number++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"validators/{number}");
            fullNodes.Add(new KnownFullNode(
                name, builder.AddActor(builder.AddHost(name), name, () => new FullNode(SettingsOf()))));
        }
    }

    // Runs when the world is built and after a crash that loses state, always with the whole of block 0.
    private FullNodeSettings SettingsOf() => new()
    {
        Chain = new InferenceChain(
            InferenceChain.OgEvmSettings with { Flaws = Flaws.InContracts(bug) }, Admin, new StakingSettings(), new RememberedRecovery(), NitroPrecompile.Shared, Pipe),
        Genesis = new InferenceGenesis
        {
            UnixTime = (ulong)clock.At(SimTime.Start),
            Accounts = allocated,
            Admin = Admin,
            VendorRoot = Encoding.ASCII.GetBytes(vendor.RootPem),
            Builds = builds,
            Operators = operators,
            Relays = relays,
            Enclaves = enclaves,
        },
        BlockInterval = settings.Block,
        Until = until,
        Clock = clock,
        Names = accounts.Names,
        RecoveryTime = settings.Recovery,
        Pipe = Pipe,
        Endpoints = endpoints,
        Proposes = Flaws.InProposals(bug),
    };

    private PipeSettings Pipe => new()
    {
        Deadline = settings.Pipe.Deadline,
        Executions = settings.Pipe.Executions,
        Retry = settings.Pipe.Retry,
    };
}
