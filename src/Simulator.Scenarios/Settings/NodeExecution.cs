using Simulator.Inference.Execution;

namespace Simulator.Scenarios.Settings;

/// <summary>How nodes run models: what honest nodes may differ in.</summary>
public sealed record NodeExecution
{
    public required OptimisationLevel Optimisation { get; init; }

    /// <summary>Threads inside one operator.</summary>
    public required int Threads { get; init; }

    public required ModelPrecision Precision { get; init; }

    /// <summary>As verifiers run them too.</summary>
    public bool IsReference =>
        Precision == ModelPrecision.Published && new ExecutionProfile(Optimisation, Threads) == ExecutionProfile.Default;
}
