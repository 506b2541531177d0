using System.Globalization;
using System.Text;
using Simulator.Actors.FullNodes;
using Simulator.Actors.Network;
using Simulator.Actors.PaymentChains;
using Simulator.Chain.Blocks;
using Simulator.Chain.Registry;
using Simulator.Chain.Staking;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Ethereum;
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
    private readonly List<ActorRef> fullNodes = [];
    private int clients;

    public InferenceChainAssembly(
        InferenceChainSettings settings,
        WorldBuilder builder,
        Accounts accounts,
        SimulatedVendor vendor,
        UnixClock clock,
        SimTime until)
    {
        this.settings = settings;
        this.builder = builder;
        this.accounts = accounts;
        this.vendor = vendor;
        this.clock = clock;
        this.until = until;
        Admin = accounts.AddressOf(AdminName);
        AddFullNodes();
    }

    /// <summary>Deployer and admin of every contract; its key is <see cref="AdminKey"/>.</summary>
    public Address Admin { get; }

    public PrivateKey AdminKey => accounts.KeyOf(AdminName);

    /// <summary>The full node that the next client talks to; clients are spread evenly, in order of asking.</summary>
    public ActorRef NextFullNode() => fullNodes[clients++ % fullNodes.Count];

    /// <summary>Native coin enough for any number of transactions at the network's gas price.</summary>
    public void Endow(Address account) => allocated.Add(new GenesisAccount(account, OpgAmount.Zero, WorldAssembly.FacilitatorWei));

    public void Allocate(GenesisAccount account) => allocated.Add(account);

    public void Approve(ApprovedBuild build) => builds.Add(build);

    public void AppointOperator(Address account) => operators.Add(account);

    public void AppointRelay(Address account) => relays.Add(account);

    /// <summary>Called once everyone has been added; block 0 is complete from here on.</summary>
    public void Finish() => Endow(Admin);

    private void AddFullNodes()
    {
        for (int number = 1; number <= Math.Min(1, settings.Validators); number++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"validators/{number}");
            fullNodes.Add(builder.AddActor(builder.AddHost(name), name, () => new FullNode(SettingsOf())));
        }
    }

    // Runs when the world is built and after a crash that loses state, always with the whole of block 0.
    private FullNodeSettings SettingsOf() => new()
    {
        Chain = new InferenceChain(
            InferenceChain.OgEvmSettings, Admin, new StakingSettings(), new RememberedRecovery(), NitroPrecompile.Shared),
        Genesis = new InferenceGenesis
        {
            UnixTime = (ulong)clock.At(SimTime.Start),
            Accounts = allocated,
            Admin = Admin,
            VendorRoot = Encoding.ASCII.GetBytes(vendor.RootPem),
            Builds = builds,
            Operators = operators,
            Relays = relays,
        },
        BlockInterval = settings.Block,
        Until = until,
        Clock = clock,
        Names = accounts.Names,
        RecoveryTime = settings.Recovery,
    };
}
