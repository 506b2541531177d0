using Simulator.Actors.Enclaves;
using Simulator.Actors.Enclaves.Frauds;
using Simulator.Actors.Gateways;
using Simulator.Actors.Network;
using Simulator.Actors.Planting;
using Simulator.Actors.Verifiers;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402.Sessions;
using Simulator.Scenarios.Sections;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>Places inference nodes that are known beforehand, and says what nodes of either kind are made of.</summary>
/// <remarks><see cref="EnclaveAssembly"/> places those that boot and register in the run.</remarks>
internal sealed class NodeAssembly(
    WorldSite site, IReadOnlyList<KnownFacilitator> facilitators, StorageAssembly storage, ActorRef paymentChain)
{
    /// <summary>Whose key signs for nobody.</summary>
    private static readonly BootIdentity Stranger = new(BootIdentity.NodeLimit - 1, 0);

    private readonly List<KnownNode> known = [];

    public IReadOnlyList<KnownNode> Known => known;

    public void Add()
    {
        EnclaveBoots boots = new(site.Environment.Keys, site.Vendor, site.Clock.StartUnixSeconds);
        boots.Prepare(site.Scenario.Nodes.Sum(group => group.Count));
        foreach (NodeGroup group in site.Scenario.Nodes)
        {
            for (int number = 1; number <= group.Count; number++)
            {
                Add(group, $"{group.Name}/{number}", boots[known.Count]);
            }
        }
    }

    /// <summary>What a group's nodes post about themselves.</summary>
    public NodeCard CardOf(NodeGroup group) =>
        new(group.Models.Count == 0 || site.Bug == PlantedBug.CapabilityIgnored ? null : group.Models, group.Price);

    /// <summary>A group's enclaves, without an identity.</summary>
    public EnclaveSettings EnclaveOf(NodeGroup group, string name) =>
        EnclaveOf(group, name, site.Environment.Keys.KeyOf(Stranger));

    /// <summary>A group's gateways, by the address they are paid at.</summary>
    public GatewaySettings GatewayOf(NodeGroup group, string member, Address payTo)
    {
        PaymentSettings payment = site.Scenario.Payment;
        bool isUpto = payment.Mode == PaymentMode.Upto;
        return new GatewaySettings
        {
            Group = group.Name,
            PayTo = payTo,
            Mode = payment.Mode,
            Maximum = payment.Mode is PaymentMode.Upto or PaymentMode.Channel ? payment.Max : group.Price,
            Price = group.Price,
            PricePerToken = group.PricePerToken,
            TimeoutSeconds = (int)payment.Timeout.WholeSeconds,
            Sessions = new SessionRules
            {
                IdleSeconds = payment.Idle.WholeSeconds,
                SafetyMarginSeconds = SafetyMargin(),
                SingleUse = !isUpto || payment.Settlement == PaymentSettlement.PerRequest,
            },
            ChainId = Deployments.BaseChainId,
            Facilitators = facilitators,
            FacilitatorChoice = payment.FacilitatorChoice,
            Chain = paymentChain,
            Confirmations = site.Scenario.Chains.Payment.Confirmations,
            ClaimPeriod = payment.Claims,
            Key = payment.Mode == PaymentMode.Channel ? site.Accounts.KeyOf(member) : null,
            CreditLimit = payment.Credit,
            InvoicePeriod = payment.Invoice,
            PaymentDue = payment.Due,
            Clock = site.Clock,
            Fraud = FraudOf(group.Fraud),
        };
    }

    private AdaptiveSettings? AdaptsOf(NodeGroup group) => group.Adaptive is { } rules
        ? new AdaptiveSettings(rules, group.Price, site.Scenario.Verification?.Penalty ?? OpgAmount.Zero)
        : null;

    // A session may wait for its answers to be verified, and must be settled afterwards in time.
    private long SafetyMargin() => new SessionRules().SafetyMarginSeconds
        + (site.Scenario.Verification is { } rules ? VerificationSection.MarginOf(rules).WholeSeconds : 0);

    private void Add(NodeGroup group, string name, EnclaveBoots.Attested boot)
    {
        HostRef host = site.Builder.AddHost(name);
        Address payTo = site.Accounts.AddressOf(name);
        EnclaveSettings enclave = EnclaveOf(group, name, boot.Key) with { Evidence = boot.Evidence };
        ActorRef gateway = default;
        ActorRef compute = site.Builder.AddActor(host, name + "/enclave", () => new Enclave(enclave, gateway, name));
        GatewaySettings settings = GatewayOf(group, name, payTo);
        gateway = site.Builder.AddActor(host, name, () => Flaws.InGateway(new Gateway(settings, compute), site.Bug));
        known.Add(new KnownNode(name, gateway, boot.Key.TeeId, boot.Key.Spki.ToArray(), payTo) { Card = CardOf(group) });
    }

    private EnclaveSettings EnclaveOf(NodeGroup group, string name, EnclaveSigningKey key)
    {
        HardwareProfile hardware = site.Scenario.HardwareOf(group);
        return new EnclaveSettings
        {
            Group = group.Name,
            DeclaredKey = key,
            Evidence = null,
            SigningKey = site.Bug == PlantedBug.AnswerUnchecked ? site.Environment.Keys.KeyOf(Stranger) : key,
            Models = ModelsOf(group),
            Supply = SupplyOf(group),
            Inference = site.Environment.Inference,
            Profile = new ExecutionProfile(group.Execution.Optimisation, group.Execution.Threads),
            Variant = VariantOf(group.Execution.Precision),
            Facts = site.Environment.Facts,
            Slots = hardware.Cores,
            QueueCapacity = group.Queue,
            WhenFull = group.WhenFull,
            Price = group.Price,
            DeclaredModels = group.Models.Count == 0 ? null : group.Models,
            InferenceTime = hardware.Inference,
            Adapts = AdaptsOf(group),
            Machine = new MachineTime(name, group.Name, hardware.Cost),
            TokenTime = hardware.Token,
            SigningTime = hardware.Signing,
            Fraud = FraudOf(group.Fraud),
            Clock = new UnixClock(site.Clock.StartUnixSeconds + group.ClockSkew.WholeSeconds),
        };
    }

    private static string? VariantOf(ModelPrecision precision) => precision switch
    {
        ModelPrecision.Published => null,
        ModelPrecision.Fp32 => EnclaveSettings.SinglePrecision,
        ModelPrecision.Int8 => EnclaveSettings.EightBits,
        _ => throw Invariant.Unreachable(precision),
    };

    // A node can compute what it says it serves and nothing else.
    private ModelStore ModelsOf(NodeGroup group)
    {
        if (CardOf(group).Models is not { } served)
        {
            return site.Environment.Models;
        }

        ModelStore models = new();
        foreach (ModelLookup.Found model in site.Environment.Models.Models)
        {
            if (served.Contains(model.Reference.ToString()))
            {
                models.TryAdd(model.Reference, model.Blob);
            }
        }

        return models;
    }

    // Who runs another model than the one asked for has fetched that one too.
    private ModelSupply? SupplyOf(NodeGroup group)
    {
        if (storage.SupplyOf(site.Bug) is not { } supply)
        {
            return null;
        }

        IEnumerable<ModelLookup.Found> served =
            supply.Wanted.Where(model => CardOf(group).Serves(model.Reference.ToString()));
        return supply with { Wanted = [.. served.Concat(StandInsOf(group)).DistinctBy(model => model.Reference)] };
    }

    private IEnumerable<ModelLookup.Found> StandInsOf(NodeGroup group)
    {
        bool isCoarse = group.Execution.Precision == ModelPrecision.Int8 || group.Fraud?.Kind == NodeFraudKind.LowerPrecision;
        return site.Environment.Models.Models.Where(model => model.Reference.ToString() == group.Fraud?.Model
            || (isCoarse && EightBitVariants.IsVariant(model.Reference)));
    }

    private NodeFraudSettings? FraudOf(NodeFraud? fraud) => fraud is null ? null : new NodeFraudSettings
    {
        Kind = fraud.Kind,
        Name = NodeFraudSection.NameOf(fraud.Kind),
        Share = fraud.Share,
        Model = fraud.Model is null ? null : (ModelLookup.Found)site.Environment.Models.Find(fraud.Model),
        Effort = fraud.Effort,
        Answers = fraud.Answers,
        OutsideKey = site.Environment.Keys.KeyOf(Stranger),
    };
}
