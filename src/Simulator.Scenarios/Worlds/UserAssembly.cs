using Simulator.Actors.Network;
using Simulator.Actors.Planting;
using Simulator.Actors.Platforms;
using Simulator.Actors.Transactions;
using Simulator.Actors.Users;
using Simulator.Actors.Users.Frauds;
using Simulator.Actors.Users.Purses;
using Simulator.Chain.Blocks;
using Simulator.Inference.Catalogue;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Scenarios.Sections;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>Places the users, each on a host of its own, and endows them on the payment chain.</summary>
internal sealed class UserAssembly(WorldSite site, PaymentChainAssembly paymentChain, IReadOnlyList<KnownNode> nodes)
{
    /// <summary>What the account of a user who sends transactions holds for gas: 1 ETH.</summary>
    private static readonly UInt128 UserWei = FacilitatorAssembly.Wei;

    // As facilitators pay on Base (protocol facts §2.8).
    internal const ulong UserMaxFeePerGas = 100_000_000;
    internal const ulong UserPriorityFeePerGas = 20_000_000;

    /// <summary>The inference chain's side of the world; null without one.</summary>
    public required InferenceChainAssembly? InferenceChain { get; init; }

    public required EnclaveAssembly? Enclaves { get; init; }

    public required EvidenceAssembly? Evidence { get; init; }

    /// <summary>Null where no answer is verified.</summary>
    public required VerificationAssembly? Verification { get; init; }

    /// <summary>Null without one.</summary>
    public required PlatformAssembly? Platform { get; init; }

    public void Add()
    {
        foreach (UserGroup group in site.Scenario.Users)
        {
            for (int number = 1; number <= group.Count; number++)
            {
                Add(group, $"{group.Name}/{number}");
            }
        }
    }

    private void Add(UserGroup group, string name)
    {
        bool isCareless = group.Behaviour == Vocabulary.Careless || group.Asks.Mode == VerificationMode.Vanilla;
        if (group.Via == AccessPath.Platform)
        {
            PlatformUserSettings customer = Platform!.CustomerOf(group, name, ArrivalsOf(group));
            site.Builder.AddActor(
                site.Builder.AddHost(name), name, () => Flaws.InUser(new PlatformUser(customer), site.Bug));
        }
        else if (group.Asks.Path == AskPath.Chain)
        {
            ContractCallerSettings caller =
                CallerSettingsOf(group, name, isCareless, InferenceChain!.NextKnownFullNode());
            site.Builder.AddActor(
                site.Builder.AddHost(name), name, () => Flaws.InUser(new ContractCaller(caller), site.Bug));
        }
        else
        {
            UserSettings user = SettingsOf(group, name, isCareless);
            site.Builder.AddActor(site.Builder.AddHost(name), name, () => Flaws.InUser(new User(user), site.Bug));
        }

        paymentChain.Endow(
            new GenesisAccount(site.Accounts.AddressOf(name), group.Balance, SendsTransactions(group) ? UserWei : 0)
            {
                ApprovesPermit2 = group.Allowance.IsUnlimited,
            },
            group.Allowance.IsUnlimited ? null : group.Allowance.Limit.BaseUnits);
        if (group.Fraud?.Kind == UserFraudKind.EmptiedWallet)
        {
            paymentChain.Endow(
                new GenesisAccount(site.Accounts.AddressOf(SecondWalletOf(name)), OpgAmount.Zero, UserWei)
                {
                    ApprovesPermit2 = true,
                });
        }
    }

    private static string SecondWalletOf(string name) => name + "/second";

    private bool SendsTransactions(UserGroup group) =>
        site.Scenario.Payment.Mode is PaymentMode.OnChain or PaymentMode.PostPaid or PaymentMode.Channel
        || group.Fraud?.Kind is UserFraudKind.EmptiedWallet or UserFraudKind.WithdrawnAllowance;

    private bool LooksAtCharges(UserGroup group) =>
        site.Scenario.Payment.Mode is PaymentMode.Upto or PaymentMode.Exact
        && group.Fraud is null && group.Behaviour != Vocabulary.Careless;

    private UserFraud? FraudOf(UserGroup group, string name) => group.Fraud is { } fraud
        ? new UserFraud(
            fraud.Kind, UserFraudSection.NameOf(fraud.Kind), fraud.Share, site.Accounts.KeyOf(SecondWalletOf(name)))
        : null;

    private TransactionAccount? AccountOf(UserGroup group, string name) => !SendsTransactions(group) ? null : new()
    {
        Key = site.Accounts.KeyOf(name),
        FullNode = paymentChain.Actor,
        ChainId = Deployments.BaseChainId,
        SigningTime = group.Signing,
        MaxFeePerGas = UserMaxFeePerGas,
        MaxPriorityFeePerGas = UserPriorityFeePerGas,
    };

    private ContractCallerSettings CallerSettingsOf(
        UserGroup group, string name, bool isCareless, KnownFullNode fullNode) => new()
        {
            Group = group.Name,
            Key = site.Accounts.KeyOf(name),
            Arrivals = ArrivalsOf(group),
            AsksUntil = site.AsksUntil,
            Patience = group.Patience,
            Questions = new VolatilityTrader(group.Asks.Model),
            ModelId = BlobOf(group.Asks).BlobId,
            ChainId = Deployments.OgEvmChainId,
            FullNode = fullNode.Actor,
            FullNodeName = fullNode.Name,
            Nodes = Enclaves!.Directory,
            ChecksAnswers = !isCareless,
            SigningTime = group.Signing,
            CheckingTime = group.Checking,
        };

    // Whoever trades with itself knows nobody else.
    private IReadOnlyList<KnownNode> NodesFor(UserGroup group)
    {
        IReadOnlyList<KnownNode> all = Enclaves?.Directory ?? nodes;
        return group.Fraud?.Nodes is { } own
            ? [.. all.Where(node => node.Name.StartsWith(own + "/", StringComparison.Ordinal))]
            : all;
    }

    private UserSettings SettingsOf(UserGroup group, string name, bool isCareless) => new()
    {
        Group = group.Name,
        Key = site.Accounts.KeyOf(name),
        Mode = site.Scenario.Payment.Mode,
        Account = AccountOf(group, name),
        PaysAfter = LagOf(group.PaysAfter),
        PaymentChain = LooksAtCharges(group) ? paymentChain.Actor : null,
        Fraud = FraudOf(group, name),
        Arrivals = ArrivalsOf(group),
        AsksUntil = site.AsksUntil,
        Patience = group.Patience,
        Questions = AskedQuestions.Of(group.Asks, site.Environment.Models),
        Text = BlobOf(group.Asks).Text,
        Nodes = NodesFor(group),
        Registry = Enclaves is not null && group.NodesFrom == NodeSource.Registry
            ? Enclaves.AccessOf(group, isCareless)
            : null,
        Clock = site.Clock,
        SettlementType = Evidence?.SettlementType,
        Choice = NodeChoices.Of(group.Chooses),
        Rulings = Verification?.RulingsFor(group),
        Retries = group.Retries,
        Deadline = group.Deadline == SimDuration.Zero ? null : group.Deadline,
        Verification = group.Asks.Mode,
        ProofCheck = site.Scenario.Verification?.Zk.Check ?? SimDuration.Zero,
        ChecksAnswers = !isCareless && site.Bug != PlantedBug.AnswerUnchecked,
        SigningTime = group.Signing,
        CheckingTime = group.Checking,
    };

    private static PaymentLag? LagOf(PaysAfter rule) => rule switch
    {
        PaysAfter.Always { Span: var span } => span == SimDuration.Zero ? null : new PaymentLag.Always(span),
        PaysAfter.Exponential { Mean: var mean } => new PaymentLag.Exponential(mean),
        _ => throw Invariant.Unreachable(rule),
    };

    private ModelBlob BlobOf(AskSettings asks) => ((ModelLookup.Found)site.Environment.Models.Find(asks.Model)).Blob;

    private static Actors.Users.Arrivals ArrivalsOf(UserGroup group) => group.Arrivals switch
    {
        Settings.Arrivals.Poisson poisson => new Actors.Users.Arrivals.Poisson(poisson.Rate.MeanGap),
        Settings.Arrivals.Every every => new Actors.Users.Arrivals.Every(every.Gap),
        _ => throw Invariant.Unreachable(group.Arrivals),
    };
}
