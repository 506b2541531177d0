using Simulator.Inference.Facts;

namespace Simulator.Inference.Execution;

/// <summary>An outcome together with the key under which it is a fact.</summary>
public sealed record InferenceAnswer(FactKey Key, InferenceOutcome Outcome);
