using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Facilitators.Conditions;

/// <summary>What a facilitator checks before it settles for verified answers.</summary>
public sealed record ConditionSettings
{
    /// <summary>Name of the group in the scenario.</summary>
    public required string Group { get; init; }

    /// <summary>The facilitator on the same host.</summary>
    public required ActorRef Facilitator { get; init; }

    /// <summary>Full node of the inference chain.</summary>
    public required ActorRef FullNode { get; init; }

    /// <summary>Virtual time to check one proof.</summary>
    public required SimDuration ProofCheck { get; init; }
}
