using Simulator.Primitives;

namespace Simulator.Actors.Verifiers.Frauds;

/// <summary>Claims the reward of a check without executing anything.</summary>
/// <remarks>Noticed when it approves an answer that turns out to be wrong: one somebody else challenged, or a test.</remarks>
internal sealed class RubberStamp(string name, string group, Ratio share) : VerifierFraud(name, group, share)
{
    protected override CheckDecision Cheat() => CheckDecision.Approve;
}
