using Simulator.Primitives;

namespace Simulator.Actors.Verifiers.Frauds;

/// <summary>Approves whatever the nodes of one group answer, and checks the others honestly.</summary>
/// <remarks>Noticed as a rubber stamp is, if anybody else checks what the group answers. Tests come from others.</remarks>
internal sealed class Collusion(string name, string group, Ratio share, string partners)
    : VerifierFraud(name, group, share)
{
    protected override bool IsOccasion(string source) =>
        source.StartsWith(partners + "/", StringComparison.Ordinal);

    protected override CheckDecision Cheat() => CheckDecision.Approve;
}
