using Simulator.Primitives;

namespace Simulator.Protocol.X402;

/// <summary>What <c>eth_call</c> said. <c>default</c> is no answer.</summary>
public readonly record struct SimulationResult
{
    private readonly bool isAnswer;

    private SimulationResult(string? revert)
    {
        isAnswer = true;
        Revert = revert;
    }

    public static SimulationResult Passed { get; } = new(null);

    public bool Succeeded
    {
        get
        {
            Invariant.That(isAnswer);
            return Revert is null;
        }
    }

    /// <summary>The name of the contract's error; null when the call went through.</summary>
    public string? Revert { get; }

    public static SimulationResult Reverted(string error) => new(error);
}
