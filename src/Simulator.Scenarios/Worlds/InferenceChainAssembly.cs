using System.Globalization;
using System.Text;
using Simulator.Actors.FullNodes;
using Simulator.Actors.Network;
using Simulator.Actors.PaymentChains;
using Simulator.Actors.Planting;
using Simulator.Chain.Blocks;
using Simulator.Chain.Consensus;
using Simulator.Chain.Pipe;
using Simulator.Chain.Registry;
using Simulator.Chain.Staking;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>Places the full nodes of the inference chain, and gathers what its block 0 says about everyone else.</summary>
internal sealed class InferenceChainAssembly
{
    private const string AdminName = "inference-chain/admin";
    private const string ExplorerName = "explorer";

    // Committed blocks kept for laggards: the more nodes keep them, the fewer each.
    private const int LeastKeptBlocks = 1_000;
    private const int KeptBlocksOfAll = 100_000;

    private readonly InferenceChainSettings settings;
    private readonly WorldSite site;
    private readonly List<GenesisAccount> allocated = [];
    private readonly List<ApprovedBuild> builds = [];
    private readonly List<Address> operators = [];
    private readonly List<Address> relays = [];
    private readonly List<(Address Party, OpgAmount Amount)> bonds = [];
    private readonly ValidatorSet validators;
    private readonly SignatureMemo signatures;
    private readonly List<ActorRef> nodes = [];
    private readonly List<KnownFullNode> clientsOf = [];
    private readonly List<int> coalition = [];
    private InferenceGenesis? genesis;
    private int clients;

    public InferenceChainAssembly(InferenceChainSettings settings, WorldSite site)
    {
        this.settings = settings;
        this.site = site;
        Admin = site.Accounts.AddressOf(AdminName);
        validators = ValidatorsOf();
        signatures = new SignatureMemo(
            validators,
            InferenceChain.OgEvmSettings.ChainId.ToString(CultureInfo.InvariantCulture),
            settings.Consensus.Votes == VoteSignatures.Real);
        AddFullNodes();
    }

    /// <summary>Deployer and admin of every contract; its key is <see cref="AdminKey"/>.</summary>
    public Address Admin { get; }

    public PrivateKey AdminKey => site.Accounts.KeyOf(AdminName);

    /// <summary>The full node that the next client talks to; clients are spread evenly, in order of asking.</summary>
    public ActorRef NextFullNode() => NextKnownFullNode().Actor;

    /// <inheritdoc cref="NextFullNode"/>
    public KnownFullNode NextKnownFullNode() => clientsOf[clients++ % clientsOf.Count];

    /// <summary>Native coin enough for any number of transactions at the network's gas price.</summary>
    public void Endow(Address account) =>
        allocated.Add(new GenesisAccount(account, OpgAmount.Zero, FacilitatorAssembly.Wei));

    public void Allocate(GenesisAccount account) => allocated.Add(account);

    /// <summary>Allocates what the party has bonded from block 0 on.</summary>
    public void Bond(Address party, OpgAmount amount)
    {
        allocated.Add(new GenesisAccount(party, amount));
        bonds.Add((party, amount));
    }

    /// <summary>The validators that follow the protocol: those who rule on disputes.</summary>
    public IReadOnlyList<KnownFullNode> Jurors => clientsOf;

    public void Approve(ApprovedBuild build) => builds.Add(build);

    public void AppointOperator(Address account) => operators.Add(account);

    public void AppointRelay(Address account) => relays.Add(account);

    /// <summary>Who answers under the endpoints that operators register: the world's name service.</summary>
    public SortedDictionary<string, (string Name, ActorRef Gateway)> Endpoints { get; } = new(StringComparer.Ordinal);

    /// <summary>Called once everyone has been added; block 0 is complete from here on.</summary>
    public void Finish() => Endow(Admin);

    private void AddFullNodes()
    {
        List<(string Name, ActorRef Actor)> added = [];
        for (int number = 1; number <= settings.Validators; number++)
        {
            added.Add(AddFullNode(string.Create(CultureInfo.InvariantCulture, $"validators/{number}")));
        }

        int byzantine = settings.Byzantine?.Count ?? 0;
        clientsOf.AddRange(added.SkipLast(byzantine).Select(node => new KnownFullNode(node.Name, node.Actor)));
        nodes.AddRange(validators.Members.Select(member => added.Find(node => node.Name == member.Name).Actor));
        nodes.Add(AddFullNode(ExplorerName).Actor);
        coalition.AddRange(added.TakeLast(byzantine).Select(node => validators.IndexOf(node.Name)).Order());
        foreach (Validator validator in validators.Members)
        {
            allocated.Add(new GenesisAccount(validator.Operator, settings.Stake) { ApprovesStaking = true });
        }
    }

    private (string Name, ActorRef Actor) AddFullNode(string name)
    {
        FullNodeDisk disk = new();
        return (name, site.Builder.AddActor(
            site.Builder.AddHost(name), name, () => Flaws.InFullNode(new FullNode(SettingsOf(name, disk)), name, site.Bug)));
    }

    private ValidatorSet ValidatorsOf()
    {
        IEnumerable<Validator> members = Enumerable.Range(1, settings.Validators)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"validators/{number}"))
            .Select(name =>
                new Validator(name, site.Accounts.VoteKeyOf(name).PublicKey, PowerOfStake(), site.Accounts.AddressOf(name)));
        return site.Bug == PlantedBug.QuorumHalved ? new ValidatorSet(members, new Ratio(1, 2)) : new ValidatorSet(members);
    }

    // The network's power reduction: one of power for every whole OPG of stake.
    private long PowerOfStake() => Math.Max(1, (long)(ulong)(settings.Stake.BaseUnits / OpgAmount.FromWholeOpg(1).BaseUnits));

    // Runs when the world is built and after a crash that loses state, always with the whole of block 0.
    private FullNodeSettings SettingsOf(string name, FullNodeDisk disk)
    {
        int index = validators.IndexOf(name);
        bool signs = settings.Consensus.Votes == VoteSignatures.Real;
        return new FullNodeSettings
        {
            Chain = new InferenceChain(
                InferenceChain.OgEvmSettings with { Flaws = Flaws.InContracts(site.Bug) },
                Admin,
                new StakingSettings(),
                new RememberedRecovery(),
                NitroPrecompile.Shared,
                PipeOf(),
                site.Scenario.Verification is { } rules ? VerificationAssembly.ContractOf(rules, validators) : null),
            Genesis = genesis ??= GenesisOf(),
            Timeouts = TimeoutsOf(),
            Until = site.Until,
            Clock = site.Clock,
            Names = site.Accounts.Names,
            RecoveryTime = settings.Recovery,
            Validators = validators,
            Nodes = nodes,
            Self = index >= 0 ? index : nodes.Count - 1,
            Key = signs && index >= 0 ? site.Accounts.VoteKeyOf(name) : null,
            SignsVotes = signs,
            Signatures = signatures,
            VoteCheck = settings.Consensus.VoteCheck,
            ProposalCheck = settings.Consensus.ProposalCheck,
            GossipInterval = settings.Consensus.Gossip,
            AnnouncesBlocks = name == ExplorerName,
            Behaviour = coalition.Contains(index) ? settings.Byzantine!.Behaviour : ByzantineBehaviour.None,
            Coalition = coalition,
            Disk = disk,
            KeptBlocks = Math.Max(LeastKeptBlocks, KeptBlocksOfAll / validators.Count),
            Pipe = PipeOf(),
            Endpoints = Endpoints,
            Proposes = Flaws.InProposals(site.Bug),
            Verification = site.Scenario.Verification is { } said
                ? VerificationAssembly.DeclarationOf(site.Scenario, said)
                : null,
        };
    }

    private ConsensusTimeouts TimeoutsOf() => new()
    {
        Propose = settings.Consensus.Propose,
        ProposeGrowth = settings.Consensus.Growth,
        Prevote = settings.Consensus.Prevote,
        PrevoteGrowth = settings.Consensus.Growth,
        Precommit = settings.Consensus.Precommit,
        PrecommitGrowth = settings.Consensus.Growth,
        Commit = settings.Block,
    };

    private PipeSettings PipeOf() => new()
    {
        Deadline = settings.Pipe.Deadline,
        Executions = settings.Pipe.Executions,
        Retry = settings.Pipe.Retry,
    };

    private InferenceGenesis GenesisOf() => new()
    {
        UnixTime = (ulong)site.Clock.At(SimTime.Start),
        Accounts = allocated,
        Admin = Admin,
        VendorRoot = Encoding.ASCII.GetBytes(site.Vendor.RootPem),
        Builds = builds,
        Operators = operators,
        Relays = relays,
        Bonds = bonds,
        Stakes = [.. validators.Members.Select(validator => (validator.Operator, settings.Stake))],
    };
}
