using Simulator.Primitives;
using Simulator.Protocol.Attestation;

namespace Simulator.Actors.Enclaves;

/// <summary>When an enclave boots, and what it makes each time: its host's start and every restart.</summary>
/// <remarks>A pure function of time, so that nothing an enclave remembers can decide who it is.</remarks>
/// <param name="Boots">When the host comes up, in ascending order from the start of the run; at least one.</param>
public sealed record BootSchedule(IReadOnlyList<(SimTime At, EnclaveBoot Boot)> Boots)
{
    /// <summary>The boot under way at an instant.</summary>
    public EnclaveBoot At(SimTime now)
    {
        Invariant.That(Boots[0].At <= now);
        return Boots.Last(boot => boot.At <= now).Boot;
    }
}
