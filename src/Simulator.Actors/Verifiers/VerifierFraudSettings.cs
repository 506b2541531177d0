using Simulator.Actors.Verifiers.Frauds;
using Simulator.Primitives;

namespace Simulator.Actors.Verifiers;

/// <summary>How a group of verifiers cheats.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Name">Name in the catalogue of frauds.</param>
/// <param name="Share">Share of the answers it drew in which it does.</param>
/// <param name="Partners">The node group it colludes with; empty for other frauds.</param>
public sealed record VerifierFraudSettings(VerifierFraudKind Kind, string Name, Ratio Share, string Partners)
{
    internal VerifierConduct ConductOf(string group) => Kind switch
    {
        VerifierFraudKind.RubberStamp => new RubberStamp(Name, group, Share),
        VerifierFraudKind.NeverChecks => new NeverChecks(Name, group, Share),
        VerifierFraudKind.Collusion => new Collusion(Name, group, Share, Partners),
        VerifierFraudKind.FalseAccusation => new FalseAccusation(Name, group, Share),
        _ => throw Invariant.Unreachable(Kind),
    };
}

/// <summary>In which way a verifier cheats.</summary>
public enum VerifierFraudKind
{
    Unset = 0,
    RubberStamp,
    NeverChecks,
    Collusion,
    FalseAccusation,
}
