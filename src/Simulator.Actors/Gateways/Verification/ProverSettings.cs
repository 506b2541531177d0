using Simulator.Actors.Verifiers;
using Simulator.Primitives;

namespace Simulator.Actors.Gateways.Verification;

/// <summary>How a node proves its answers. Time, size and soundness of proofs are modelled.</summary>
public sealed record ProverSettings
{
    /// <summary>Virtual time of one proof.</summary>
    public required SimDuration Proving { get; init; }

    /// <summary>Proofs made at the same time; the others wait.</summary>
    public required int Slots { get; init; }

    public required MachineTime Machine { get; init; }

    public required ReexecutionSettings Execution { get; init; }
}
