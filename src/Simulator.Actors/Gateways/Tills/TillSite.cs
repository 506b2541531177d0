using Simulator.Actors.Gateways.Verification;
using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>What a till shares with its gateway.</summary>
/// <param name="Settings">The gateway's.</param>
/// <param name="Calls">Numbers for calls, tickets and draws.</param>
/// <param name="Serve">Has an admitted request computed.</param>
/// <param name="Verified">What settlements may depend on; null in a world without verification.</param>
internal sealed record TillSite(
    GatewaySettings Settings,
    CallNumbers Calls,
    Action<HeldRequest, Admission, IActorContext> Serve,
    VerifiedAnswers? Verified = null);
