using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>Chooses facilitators, and remembers which of them did not answer.</summary>
internal sealed class FacilitatorPolicy(GatewaySettings settings)
{
    /// <summary>Under failover: silence after which a facilitator counts as failed (HTTP timeout, protocol facts §4.7).</summary>
    public static readonly SimDuration Patience = SimDuration.FromSeconds(10);

    /// <summary>How long a facilitator that did not answer is passed over.</summary>
    private static readonly SimDuration Suspicion = SimDuration.FromSeconds(60);

    private readonly SortedDictionary<string, SimTime> silentAt = new(StringComparer.Ordinal);

    public bool FailsOver => settings.FacilitatorChoice == FacilitatorChoice.Failover;

    /// <param name="subject">The subject of the draw.</param>
    /// <param name="context">The gateway's.</param>
    public KnownFacilitator Choose(ulong subject, IActorContext context)
    {
        IReadOnlyList<KnownFacilitator> all = settings.Facilitators;
        return settings.FacilitatorChoice switch
        {
            FacilitatorChoice.Random => all[(int)context.Random.Draw(Draws.OfferedFacilitator, subject).Below(all.Count)],
            FacilitatorChoice.First => all[0],
            FacilitatorChoice.Failover => all.FirstOrDefault(known => !IsSuspected(known, context.Now)) ?? all[0],
            _ => throw Invariant.Unreachable(settings.FacilitatorChoice),
        };
    }

    public void OnSilent(KnownFacilitator facilitator, SimTime now) => silentAt[facilitator.Name] = now;

    private bool IsSuspected(KnownFacilitator known, SimTime now) =>
        silentAt.TryGetValue(known.Name, out SimTime at) && now - at < Suspicion;
}
