using Simulator.Actors.Enclaves;
using Simulator.Actors.Gateways;
using Simulator.Actors.Network;
using Simulator.Actors.Planting;
using Simulator.Inference.Execution;
using Simulator.Kernel;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402.Sessions;
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

    /// <summary>A group's enclaves, without an identity.</summary>
    public EnclaveSettings EnclaveOf(NodeGroup group) => EnclaveOf(group, site.Environment.Keys.KeyOf(Stranger));

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
            TimeoutSeconds = (int)payment.Timeout.WholeSeconds,
            Sessions = new SessionRules
            {
                IdleSeconds = payment.Idle.WholeSeconds,
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
        };
    }

    private void Add(NodeGroup group, string name, EnclaveBoots.Attested boot)
    {
        HostRef host = site.Builder.AddHost(name);
        Address payTo = site.Accounts.AddressOf(name);
        EnclaveSettings enclave = EnclaveOf(group, boot.Key) with { Evidence = boot.Evidence };
        ActorRef gateway = default;
        ActorRef compute = site.Builder.AddActor(host, name + "/enclave", () => new Enclave(enclave, gateway, name));
        GatewaySettings settings = GatewayOf(group, name, payTo);
        gateway = site.Builder.AddActor(host, name, () => Flaws.InGateway(new Gateway(settings, compute), site.Bug));
        known.Add(new KnownNode(name, gateway, boot.Key.TeeId, boot.Key.Spki.ToArray(), payTo));
    }

    private EnclaveSettings EnclaveOf(NodeGroup group, EnclaveSigningKey key)
    {
        HardwareProfile hardware = site.Scenario.HardwareOf(group);
        return new EnclaveSettings
        {
            Group = group.Name,
            DeclaredKey = key,
            Evidence = null,
            SigningKey = site.Bug == PlantedBug.AnswerUnchecked ? site.Environment.Keys.KeyOf(Stranger) : key,
            Models = site.Environment.Models,
            Supply = storage.SupplyOf(site.Bug),
            Inference = site.Environment.Inference,
            Profile = ExecutionProfile.Default,
            Facts = site.Environment.Facts,
            Slots = hardware.Cores,
            QueueCapacity = group.Queue,
            InferenceTime = hardware.Inference,
            SigningTime = hardware.Signing,
            Clock = new UnixClock(site.Clock.StartUnixSeconds + group.ClockSkew.WholeSeconds),
        };
    }
}
