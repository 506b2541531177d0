using Simulator.Actors.Facilitators;
using Simulator.Actors.Facilitators.Frauds;
using Simulator.Actors.Network;
using Simulator.Chain.Blocks;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Scenarios.Sections;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>Places the facilitators, each on a host of its own, with an evidence desk beside it where there is evidence.</summary>
internal sealed class FacilitatorAssembly(
    WorldSite site, PaymentChainAssembly paymentChain, EvidenceAssembly? evidence, VerificationAssembly? verification)
{
    /// <summary>What a facilitator's account holds for gas: 1 ETH.</summary>
    internal static readonly UInt128 Wei = 1_000_000_000_000_000_000;

    private readonly List<KnownFacilitator> known = [];

    public IReadOnlyList<KnownFacilitator> Known => known;

    public void Add()
    {
        foreach (FacilitatorGroup group in site.Scenario.Facilitators)
        {
            for (int number = 1; number <= group.Count; number++)
            {
                Add(group, $"{group.Name}/{number}");
            }
        }
    }

    /// <summary>How a group cheats, against the accounts of those that the scenario names; null for honest ones.</summary>
    internal static FacilitatorFraud? FraudOf(FacilitatorGroup group, WorldSite site) => group.Fraud is { } fraud
        ? new FacilitatorFraud(
            fraud.Kind,
            FacilitatorFraudSection.NameOf(fraud.Kind),
            fraud.Share,
            fraud.Hold,
            [.. Members(site.Scenario).Where(name => IsAmong(name, fraud.Against)).Select(site.Accounts.AddressOf)])
        : null;

    private static IEnumerable<string> Members(Scenario scenario) =>
        scenario.Users.Select(group => (group.Name, group.Count))
            .Concat(scenario.Nodes.Select(group => (group.Name, group.Count)))
            .SelectMany(group => Enumerable.Range(1, group.Count).Select(number => $"{group.Name}/{number}"));

    private static bool IsAmong(string member, IReadOnlyList<string> named) =>
        named.Any(name => member == name || member.StartsWith(name + "/", StringComparison.Ordinal));

    private void Add(FacilitatorGroup group, string name)
    {
        FacilitatorSettings settings = new()
        {
            Group = group.Name,
            Key = site.Accounts.KeyOf(name),
            CheckingTime = group.Service,
            SigningTime = group.Signing,
            QueueCapacity = group.Queue,
            Retry = group.Retry,
            Fraud = FraudOf(group, site),
            Confirmations = site.Scenario.Chains.Payment.Confirmations,
            Chain = paymentChain.Actor,
            ChainId = Deployments.BaseChainId,
            Clock = site.Clock,
        };
        HostRef host = site.Builder.AddHost(name);
        ActorRef actor = site.Builder.AddActor(host, name, () => new Facilitator(settings));
        Address address = site.Accounts.AddressOf(name);
        paymentChain.Endow(new GenesisAccount(address, OpgAmount.Zero, Wei));
        known.Add(new KnownFacilitator(name, actor, address)
        {
            Evidence = evidence?.AddDesk(host, group, name),
            Conditions = verification?.AddDesk(host, group, name, actor),
        });
    }
}
