namespace Simulator.Inference.Execution;

/// <summary>What goes into a model and what comes out, as its file declares.</summary>
/// <remarks>Of the free texts in <c>Metadata</c>, <c>decimals.NAME</c> says how coarsely the output NAME is rounded.</remarks>
public sealed record ModelSignature(
    IReadOnlyList<TensorSignature> Inputs,
    IReadOnlyList<TensorSignature> Outputs,
    IReadOnlyDictionary<string, string> Metadata);
