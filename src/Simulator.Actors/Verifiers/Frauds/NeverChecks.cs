using Simulator.Primitives;

namespace Simulator.Actors.Verifiers.Frauds;

/// <summary>Is bonded and does nothing. Nobody can tell it from one that drew other answers; it earns nothing either.</summary>
internal sealed class NeverChecks(string name, string group, Ratio share) : VerifierFraud(name, group, share)
{
    protected override CheckDecision Cheat() => CheckDecision.Ignore;
}
