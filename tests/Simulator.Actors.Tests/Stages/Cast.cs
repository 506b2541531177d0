using Simulator.Actors.Enclaves;
using Simulator.Actors.Facilitators;
using Simulator.Actors.Facilitators.Evidence;
using Simulator.Actors.Gateways;
using Simulator.Actors.Network;
using Simulator.Actors.PaymentChains;
using Simulator.Actors.Platforms;
using Simulator.Actors.Rewards;
using Simulator.Actors.Storage;
using Simulator.Actors.Transactions;
using Simulator.Actors.Users;
using Simulator.Chain.Blocks;
using Simulator.Chain.Signatures;
using Simulator.Chain.Token;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Facts;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Protocol.X402.Sessions;

namespace Simulator.Actors.Tests.Stages;

/// <summary>Each actor on a stage of its own, in settings that a test may change.</summary>
internal static class Cast
{
    public static readonly ActorRef Client = new(1);
    public static readonly ActorRef FirstGateway = new(2);
    public static readonly ActorRef SecondGateway = new(3);
    public static readonly ActorRef EnclaveOfGateway = new(4);
    public static readonly ActorRef FirstFacilitator = new(5);
    public static readonly ActorRef SecondFacilitator = new(6);
    public static readonly ActorRef Chain = new(7);
    public static readonly ActorRef Publisher = new(8);
    public static readonly ActorRef Desk = new(9);

    public static readonly UserSettings UserSettings = new()
    {
        Group = "traders",
        Key = Papers.UserKey,
        Arrivals = new Arrivals.Every(SimDuration.FromSeconds(10)),
        AsksUntil = SimTime.Start + SimDuration.FromSeconds(35),
        Patience = SimDuration.FromSeconds(60),
        Questions = new VolatilityTrader("volatility@1.2"),
        Nodes =
        [
            new KnownNode("honest/1", FirstGateway, Papers.NodeKey.TeeId, Papers.NodeKey.Spki.ToArray(), Papers.PayTo),
            new KnownNode("honest/2", SecondGateway, Papers.NodeKey.TeeId, Papers.NodeKey.Spki.ToArray(), Papers.PayTo),
        ],
        Clock = Papers.Clock,
        SigningTime = SimDuration.FromMilliseconds(1),
        CheckingTime = SimDuration.FromMilliseconds(1),
    };

    public static readonly GatewaySettings GatewaySettings = new()
    {
        Group = "honest",
        PayTo = Papers.PayTo,
        Mode = PaymentMode.Upto,
        Maximum = Papers.Maximum,
        Price = Papers.Price,
        TimeoutSeconds = 300,
        Sessions = new SessionRules(),
        ChainId = Deployments.BaseChainId,
        Facilitators = [new KnownFacilitator("main/1", FirstFacilitator, Papers.Facilitator)],
        Clock = Papers.Clock,
    };

    public static readonly FacilitatorSettings FacilitatorSettings = new()
    {
        Group = "main",
        Key = Papers.FacilitatorKey,
        CheckingTime = SimDuration.FromMilliseconds(2),
        SigningTime = SimDuration.FromMicroseconds(20),
        QueueCapacity = 2,
        Chain = Chain,
        ChainId = Deployments.BaseChainId,
        Clock = Papers.Clock,
    };

    /// <summary>Three storage nodes that hold everything.</summary>
    public static readonly BlobPlacement Placement = new(
    [
        new StorageShelf(
            [
                new KnownStorage("good/1", new ActorRef(21)),
                new KnownStorage("good/2", new ActorRef(22)),
                new KnownStorage("good/3", new ActorRef(23)),
            ],
            3),
    ]);

    public static readonly ModelStore Models = ModelStore.Shipped();

    private static readonly InferenceEngine Engine = new();

    public static (Stage Stage, UserSettings Settings) User(Func<UserSettings, UserSettings>? change = null)
    {
        UserSettings settings = change?.Invoke(UserSettings) ?? UserSettings;
        return (new Stage("traders/1", _ => new User(settings)), settings);
    }

    public static Stage Treasury() => new(RewardsTreasury.Name, _ => new RewardsTreasury(new RewardsSettings
    {
        Account = new TransactionAccount
        {
            Key = Papers.FacilitatorKey,
            FullNode = Chain,
            ChainId = Deployments.BaseChainId,
            SigningTime = SimDuration.FromMilliseconds(1),
        },
        Pool = OpgAmount.OneOpg,
        Epoch = SimDuration.FromMinutes(2),
        Until = SimTime.Start + SimDuration.FromMinutes(10),
        Nodes = [Papers.PayTo],
    }));

    /// <summary>A user with an account of its own on the payment chain.</summary>
    public static Stage PayingUser(PaymentMode mode) => User(settings => settings with
    {
        Mode = mode,
        Account = new TransactionAccount
        {
            Key = settings.Key,
            FullNode = Chain,
            ChainId = Deployments.BaseChainId,
            SigningTime = settings.SigningTime,
        },
    }).Stage;

    public static Stage Gateway(Func<GatewaySettings, GatewaySettings>? change = null) =>
        new("honest/1", stage =>
        {
            stage.Call(Client, "traders/1");
            return new Gateway(change?.Invoke(GatewaySettings) ?? GatewaySettings, EnclaveOfGateway);
        });

    public static Stage Facilitator(Func<FacilitatorSettings, FacilitatorSettings>? change = null) =>
        new("main/1", _ => new Facilitator(change?.Invoke(FacilitatorSettings) ?? FacilitatorSettings));

    public static Stage Enclave(int slots = 1, int queue = 1, InferenceFacts? facts = null, ModelSupply? supply = null)
    {
        EnclaveSettings settings = EnclaveSettings(slots, queue, facts) with { Supply = supply };
        return new Stage("honest/1/enclave", _ => new Enclave(settings, FirstGateway, "honest/1"));
    }

    public static EnclaveSettings EnclaveSettings(int slots = 1, int queue = 1, InferenceFacts? facts = null) => new()
    {
        Group = "honest",
        DeclaredKey = Papers.NodeKey,
        SigningKey = Papers.NodeKey,
        Evidence = new EnclaveEvidence([1], "root", [2], Hash32.Zero, Papers.Clock.StartUnixSeconds),
        Models = Models,
        Inference = Engine,
        Profile = ExecutionProfile.Default,
        Facts = facts ?? new InferenceFacts(),
        Slots = slots,
        QueueCapacity = queue,
        InferenceTime = SimDuration.FromMilliseconds(10),
        SigningTime = SimDuration.FromMilliseconds(1),
        Clock = Papers.Clock,
    };

    /// <summary>The first storage node of <see cref="Placement"/>, with all models, unless a test changes it.</summary>
    public static Stage StorageNode(Func<StorageSettings, StorageSettings>? change = null)
    {
        StorageSettings settings = new()
        {
            Group = "good",
            Behaviour = StorageBehaviour.Honest,
            Misbehaves = Ratio.One,
            Service = SimDuration.FromMilliseconds(5),
            Epoch = SimDuration.FromSeconds(60),
            Placement = Placement,
            Published = [.. Models.Models.Select(model => model.Blob.Content)],
        };
        return new Stage("good/1", _ => new StorageNode(change?.Invoke(settings) ?? settings), new ActorRef(21));
    }

    public static readonly PlatformSettings PlatformSettings = new()
    {
        Servers = 1,
        ServiceTime = SimDuration.FromMilliseconds(10),
        QueueCapacity = 1,
        Quota = null,
        QuotaWindow = SimDuration.FromMinutes(1),
        SignUpDelay = SimDuration.FromSeconds(1),
        SignUpRefuses = Ratio.Zero,
        Bans = [],
        Price = Papers.Price,
        Billing = PlatformBilling.Prepaid,
        InvoicePeriod = SimDuration.FromMinutes(10),
        Models = Models,
        Inference = Engine,
        Facts = new InferenceFacts(),
    };

    public static Stage Platform(Func<PlatformSettings, PlatformSettings>? change = null) =>
        new("platform", stage =>
        {
            stage.Call(Client, "traders/1");
            return new Platform(change?.Invoke(PlatformSettings) ?? PlatformSettings);
        });

    public static Stage PlatformUser()
    {
        PlatformUserSettings settings = new()
        {
            Group = "traders",
            Address = Papers.User,
            Arrivals = UserSettings.Arrivals,
            AsksUntil = UserSettings.AsksUntil,
            Patience = UserSettings.Patience,
            Questions = UserSettings.Questions,
            Platform = FirstGateway,
            Credit = OpgAmount.OneOpg,
        };
        return new Stage("traders/1", stage =>
        {
            stage.Call(FirstGateway, "platform");
            return new PlatformUser(settings);
        });
    }

    /// <summary>Knows the two enclaves of <see cref="ChainCast"/>.</summary>
    public static Stage ContractCaller()
    {
        ContractCallerSettings settings = new()
        {
            Group = "callers",
            Key = Papers.UserKey,
            Arrivals = UserSettings.Arrivals,
            AsksUntil = UserSettings.AsksUntil,
            Patience = UserSettings.Patience,
            Questions = UserSettings.Questions,
            ModelId = ChainCast.ModelId,
            ChainId = Deployments.OgEvmChainId,
            FullNode = ChainCast.Peer,
            FullNodeName = "validators/1",
            Nodes = [.. UserSettings.Nodes.Select((node, index) => node with
            {
                TeeId = ChainCast.KeyOf(index).TeeId,
                SigningKey = ChainCast.KeyOf(index).Spki.ToArray(),
            })],
            SigningTime = UserSettings.SigningTime,
            CheckingTime = UserSettings.CheckingTime,
        };
        return new Stage("callers/1", _ => new ContractCaller(settings));
    }

    /// <summary>The user holds 5 OPG and allows Permit2 all of it; the facilitator holds 1 ETH for gas.</summary>
    public static (Stage Stage, PaymentChain Chain) PaymentChain(
        Reorganisations? reorganisations = null, int seconds = 20)
    {
        PaymentChain chain = new(Simulator.Chain.Blocks.PaymentChain.BaseSettings, TokenSettings.Base, Secp256k1Recovery.Shared);
        PaymentChainSettings settings = new()
        {
            Chain = chain,
            Genesis =
            [
                new GenesisAccount(Papers.User, OpgAmount.FromWholeOpg(5)) { ApprovesPermit2 = true },
                new GenesisAccount(Papers.Facilitator, OpgAmount.Zero, OpgAmount.OneOpg.BaseUnits),
            ],
            Allowances = [],
            BlockInterval = SimDuration.FromSeconds(2),
            Reorganisations = reorganisations,
            Until = SimTime.Start + SimDuration.FromSeconds(seconds),
            Clock = Papers.Clock,
            Names = new SortedDictionary<Address, string> { [Papers.User] = "traders/1", [Papers.PayTo] = "honest/1" },
            RecoveryTime = SimDuration.FromMicroseconds(30),
        };
        return (new Stage("payment-chain", _ => new PaymentChainNode(settings)), chain);
    }

    public static Stage EvidenceDesk(Func<EvidenceDeskSettings, EvidenceDeskSettings>? change = null)
    {
        EvidenceDeskSettings settings = new()
        {
            Group = "main",
            Facilitator = "main/1",
            BatchKey = Papers.BatchWorkerKey,
            IndividualKey = Papers.IndividualWorkerKey,
            Limits = BatchBufferLimits.Default with { Size = 2 },
            Retries = 0,
            BuildingTime = SimDuration.FromMilliseconds(2),
            SigningTime = SimDuration.FromMicroseconds(20),
            Chain = Chain,
            ChainId = Deployments.OgEvmChainId,
            Relay = Papers.Relay,
            Storage = Publisher,
        };
        return new Stage("main/1/evidence", _ => new EvidenceDesk(change?.Invoke(settings) ?? settings));
    }
}
