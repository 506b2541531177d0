using Simulator.Primitives;

namespace Simulator.Actors.Platforms;

/// <summary>From some time on a platform serves a group no more.</summary>
/// <param name="Group">The group in the scenario.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">When it is lifted; null for never.</param>
public sealed record PlatformBan(string Group, SimTime From, SimTime? Until)
{
    public bool HoldsFor(string group, SimTime now) => group == Group && now >= From && (Until is null || now < Until);
}
