using Simulator.Actors.Enclaves;
using Simulator.Actors.Facilitators;
using Simulator.Actors.Gateways;
using Simulator.Actors.Network;
using Simulator.Actors.Operators;
using Simulator.Actors.Planting;
using Simulator.Actors.Registry;
using Simulator.Actors.Transactions;
using Simulator.Actors.Users;
using Simulator.Chain.Blocks;
using Simulator.Chain.Registry;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Ethereum;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>
/// Places nodes whose enclaves boot in the run: operators who register them, relays for their heartbeats, the admin.
/// </summary>
internal sealed class EnclaveAssembly
{
    private const byte LlmProxy = 0;

    /// <summary>Time to sign a transaction on an operator's or the admin's machine.</summary>
    private static readonly SimDuration OperatorSigning = SimDuration.FromMilliseconds(1);

    private readonly WorldSite site;
    private readonly InferenceChainAssembly chain;
    private readonly NodeAssembly nodes;
    private readonly VerificationAssembly? verification;
    private readonly IdentityPlan identities;
    private readonly SimulatedVendor forger = new(rootName: "opgsim forger root 1");
    private readonly List<ActorRef> relays = [];
    private readonly List<KnownNode> directory = [];
    private readonly List<ActorRef> enclaves = [];
    private readonly List<PlacedNode> placed = [];
    private readonly SortedDictionary<string, NodeCard> cards = new(StringComparer.Ordinal);

    public EnclaveAssembly(
        WorldSite site, InferenceChainAssembly chain, NodeAssembly nodes, VerificationAssembly? verification)
    {
        this.verification = verification;
        this.site = site;
        this.chain = chain;
        this.nodes = nodes;
        identities = new IdentityPlan(site);
    }

    /// <summary>What a backend says of the nodes on the registry, with the addresses that operators last gave it.</summary>
    public IReadOnlyList<KnownNode> Directory => directory;

    /// <summary>Called once the facilitators are there.</summary>
    public void Add()
    {
        AddRelays();
        AddNodes();
        AddAdmin();
    }

    /// <summary>How a user of the group reads the registry.</summary>
    public RegistryAccess AccessOf(UserGroup group, bool isCareless) => new()
    {
        FullNode = chain.NextFullNode(),
        Registry = TeeRegistry.DefaultAddress,
        Refresh = group.RegistryRefresh,
        Check = isCareless || site.Bug == PlantedBug.StandingUnread ? StandingCheck.None
            : group.RegistryCheck == RegistryCheck.Refresh ? StandingCheck.LatestList
            : StandingCheck.EveryAnswer,
        Endpoints = chain.Endpoints,
        Cards = cards,
    };

    // One beside every facilitator, with an account of its own.
    private void AddRelays()
    {
        foreach (FacilitatorGroup group in site.Scenario.Facilitators)
        {
            for (int number = 1; number <= group.Count; number++)
            {
                string facilitator = $"{group.Name}/{number}";
                string name = $"{facilitator}/heartbeat-relay";
                TransactionAccount account = AccountOf(name, group.Signing);
                relays.Add(site.Builder.AddActor(
                    site.Builder.HostNamed(facilitator),
                    name,
                    () => new HeartbeatRelay(
                        group.Name, account, TeeRegistry.DefaultAddress, FacilitatorAssembly.FraudOf(group, site))));
            }
        }
    }

    private void AddNodes()
    {
        foreach (string build in site.Scenario.Nodes
            .Where(group => group.Behaviour.Registration != NodeRegistration.WrongMeasurement)
            .Select(group => group.Build).Distinct())
        {
            chain.Approve(new ApprovedBuild(Builds.ForRegistry(build), build, LlmProxy));
        }

        foreach (NodeGroup group in site.Scenario.Nodes)
        {
            AddGroup(group);
        }

        foreach (PlacedNode node in placed)
        {
            node.Register(identities.ConductOf(node.Group, node.Index, enclaves));
        }
    }

    private void AddAdmin()
    {
        const string Name = "inference-chain/admin";
        IReadOnlyList<AdminOrder> orders = site.Faults.Orders();
        if (orders.Count == 0)
        {
            return;
        }

        TransactionAccount account = new()
        {
            Key = chain.AdminKey,
            FullNode = chain.NextFullNode(),
            ChainId = Deployments.OgEvmChainId,
            SigningTime = OperatorSigning,
        };
        site.Builder.AddActor(
            site.Builder.AddHost(Name), Name, () => new RegistryAdmin(account, TeeRegistry.DefaultAddress, orders));
    }

    private void AddGroup(NodeGroup group)
    {
        string name = $"{group.Name}/operator";
        TransactionAccount account = AccountOf(name, OperatorSigning);
        chain.AppointOperator(Secp256k1.AddressOf(account.Key));
        List<OperatedNode> operated = [];
        OperatorSettings settings = new()
        {
            Group = group.Name,
            Account = account,
            Registry = TeeRegistry.DefaultAddress,
            VendorRoot = site.Vendor.RootPem,
            Nodes = operated,
        };
        ActorRef registrar = site.Builder.AddActor(
            site.Builder.AddHost(name), name, () => new NodeOperator(settings));
        for (int number = 1; number <= group.Count; number++)
        {
            placed.Add(new PlacedNode(group, enclaves.Count, AddNode(group, $"{group.Name}/{number}", registrar), operated));
        }
    }

    private OperatedNode AddNode(NodeGroup group, string name, ActorRef registrar)
    {
        int index = enclaves.Count;
        Address payTo = site.Accounts.AddressOf(name);
        BootSchedule boots = identities.BootsOf(index);
        EnclaveSettings enclave = nodes.EnclaveOf(group, name) with
        {
            Life = new EnclaveLifeSettings
            {
                Boots = boots,
                BootTime = group.Boot,
                Vendor = group.Behaviour.Registration == NodeRegistration.ForgedChain ? forger : site.Vendor,
                Clock = site.Clock,
                Operator = registrar,
                HeartbeatRelay = relays[index % relays.Count],
                Registry = TeeRegistry.DefaultAddress,
                HeartbeatInterval = group.Heartbeat,
            },
        };
        (ActorRef gateway, ActorRef compute) = Place(group, name, enclave, payTo);
        enclaves.Add(compute);
        string endpoint = $"https://{IdentityPlan.HostOf(name)}";
        chain.Endpoints.Add(endpoint, (name, gateway));
        cards.Add(name, nodes.CardOf(group));
        EnclaveBoot first = boots.Boots[0].Boot;
        if (group.Behaviour.Registration == NodeRegistration.EditedAddress)
        {
            directory.Add(AddImpostor(group, name, index));
        }
        else if (group.Behaviour.Registration == NodeRegistration.Honest)
        {
            directory.Add(new KnownNode(
                name, gateway, first.SigningKey.TeeId, first.SigningKey.Spki.ToArray(), payTo)
            {
                Card = nodes.CardOf(group),
            });
        }

        return new OperatedNode(
            name, compute, endpoint, payTo, first.Image.Hash, RegistrationConduct.Honest);
    }

    // A machine of the same operator without any hardware to vouch for it, to which an edited list leads.
    private KnownNode AddImpostor(NodeGroup group, string node, int index)
    {
        string name = $"{node}/impostor";
        Address payTo = site.Accounts.AddressOf(name);
        EnclaveSettings settings = nodes.EnclaveOf(group, name) with
        {
            SigningKey = identities.OutsideKey(index),
            DeclaredKey = identities.OutsideKey(index),
        };
        ActorRef gateway = Place(group, name, settings, payTo).Gateway;
        return new KnownNode(
            name, gateway, settings.SigningKey.TeeId, settings.SigningKey.Spki.ToArray(), payTo);
    }

    private (ActorRef Gateway, ActorRef Enclave) Place(
        NodeGroup group, string name, EnclaveSettings enclave, Address payTo)
    {
        HostRef host = site.Builder.AddHost(name);
        ActorRef gateway = default;
        ActorRef compute = site.Builder.AddActor(host, name + "/enclave", () => new Enclave(enclave, gateway, name));
        GatewaySettings settings = nodes.GatewayOf(group, name, payTo) with
        {
            Restarts = site.Faults.RestartsOf(name),
            Verification = verification?.AddTo(host, group, name, () => gateway),
            TellsOutcomes = group.Adaptive is not null,
        };
        gateway = site.Builder.AddActor(
            host, name, () => Flaws.InGateway(new Gateway(settings, compute), site.Bug));
        return (gateway, compute);
    }

    private TransactionAccount AccountOf(string name, SimDuration signing)
    {
        PrivateKey key = site.Accounts.KeyOf(name);
        chain.Endow(Secp256k1.AddressOf(key));
        return new TransactionAccount
        {
            Key = key,
            FullNode = chain.NextFullNode(),
            ChainId = Deployments.OgEvmChainId,
            SigningTime = signing,
        };
    }

    /// <summary>A node whose operator still has to learn how to present it: whom it copies may be placed after it.</summary>
    private sealed record PlacedNode(NodeGroup Group, int Index, OperatedNode Node, List<OperatedNode> Nodes)
    {
        public void Register(RegistrationConduct conduct) => Nodes.Add(Node with { Conduct = conduct });
    }
}
