using Simulator.Primitives;

namespace Simulator.Actors.Verifiers.Frauds;

/// <summary>Challenges answers without executing them, for the accuser's share of a penalty.</summary>
/// <remarks>Full nodes execute the question, and it costs the accuser.</remarks>
internal sealed class FalseAccusation(string name, string group, Ratio share) : VerifierFraud(name, group, share)
{
    protected override CheckDecision Cheat() => CheckDecision.Accuse;
}
