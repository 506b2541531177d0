using Simulator.Actors.Enclaves;
using Simulator.Actors.Verifiers;
using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>Inference nodes that are alike.</summary>
public sealed record NodeGroup
{
    public required string Name { get; init; }

    /// <summary>At least one.</summary>
    public required int Count { get; init; }

    /// <summary>Name of a <see cref="HardwareProfile"/>.</summary>
    public required string Hardware { get; init; }

    /// <summary>Posted price of one inference.</summary>
    public required OpgAmount Price { get; init; }

    /// <summary>Added for each token of a text model's answer and prompt.</summary>
    public required OpgAmount PricePerToken { get; init; }

    /// <summary>Requests that may wait; one more is refused.</summary>
    public required int Queue { get; init; }

    /// <summary>Who is turned away when that many wait.</summary>
    public required QueuePolicy WhenFull { get; init; }

    /// <summary>Names and versions of the models it serves; empty for every published one.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>Name of the code that its enclaves run; <c>published</c> is the network's own.</summary>
    public required string Build { get; init; }

    /// <summary>From a host's start until its enclave serves.</summary>
    public required SimDuration Boot { get; init; }

    /// <summary>How far the enclaves' clocks are ahead, in whole seconds.</summary>
    public required SimDuration ClockSkew { get; init; }

    /// <summary>From the end of one series of attempts at a heartbeat to the next.</summary>
    public required SimDuration Heartbeat { get; init; }

    /// <summary>How its nodes run models.</summary>
    public required NodeExecution Execution { get; init; }

    public required NodeBehaviour Behaviour { get; init; }

    /// <summary>How its nodes cheat those who pay them; null for honest ones.</summary>
    public NodeFraud? Fraud { get; init; }

    /// <summary>How its nodes learn whether cheating pays; null for those whose conduct is fixed.</summary>
    public BanditRules? Adaptive { get; init; }

    /// <summary>When they ask for their bonds back; zero: never.</summary>
    public required SimDuration Leaves { get; init; }
}
