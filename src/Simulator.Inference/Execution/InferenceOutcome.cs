using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Execution;

/// <summary>What came of one question to one model.</summary>
public abstract record InferenceOutcome
{
    private InferenceOutcome()
    {
    }

    /// <param name="Outputs">Rounded to the model's declared decimals; their hash names the answer.</param>
    public sealed record Completed(TensorSet Outputs) : InferenceOutcome;

    /// <param name="Reason">Its name is part of the fact.</param>
    /// <param name="Detail">For people, and no part of the fact: a runtime's own words may differ.</param>
    public sealed record Refused(InferenceRefusal Reason, string Detail) : InferenceOutcome
    {
        public override string ToString() => $"{InferenceRefusalNames.NameOf(Reason)}: {Detail}";
    }
}
