using Simulator.Actors.Facilitators.Evidence;
using Simulator.Actors.Planting;
using Simulator.Actors.Storage;
using Simulator.Chain.Relay;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Scenarios.Settings;

namespace Simulator.Scenarios.Worlds;

/// <summary>Gives every facilitator its evidence side, with two accounts that may use the settlement relay.</summary>
internal sealed class EvidenceAssembly(
    EvidenceSettings settings, WorldSite site, InferenceChainAssembly chain, IReadOnlyList<KnownStorage> storage)
{
    private int desks;

    /// <summary>The header that clients send.</summary>
    public string SettlementType => settings.Settlement.HeaderText();

    /// <summary>On the facilitator's own host; desks share full nodes and storage nodes evenly.</summary>
    public ActorRef AddDesk(HostRef host, FacilitatorGroup group, string facilitator)
    {
        EvidenceDeskSettings desk = new()
        {
            Group = group.Name,
            Facilitator = facilitator,
            BatchKey = Employ(facilitator + "/batch"),
            IndividualKey = Employ(facilitator + "/individual"),
            Limits = new BatchBufferLimits(settings.Batch.Size, settings.Batch.Idle, settings.Batch.Age),
            Retries = settings.Retry,
            BuildingTime = group.Service,
            SigningTime = group.Signing,
            Chain = chain.NextFullNode(),
            ChainId = Deployments.OgEvmChainId,
            Relay = InferenceSettlementRelay.DefaultAddress,
            Storage = storage[desks++ % storage.Count].Actor,
        };
        return site.Builder.AddActor(
            host, facilitator + "/evidence", () => Flaws.InEvidenceDesk(new EvidenceDesk(desk), site.Bug));
    }

    private PrivateKey Employ(string worker)
    {
        PrivateKey key = site.Accounts.KeyOf(worker);
        Address account = Secp256k1.AddressOf(key);
        chain.Endow(account);
        chain.AppointRelay(account);
        return key;
    }
}
