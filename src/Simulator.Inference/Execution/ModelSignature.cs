namespace Simulator.Inference.Execution;

/// <summary>What goes into a model and what comes out, as its file declares.</summary>
/// <remarks>The text <c>decimals.NAME</c> in the metadata says how coarsely the output NAME is rounded.</remarks>
public sealed record ModelSignature(
    IReadOnlyList<TensorSignature> Inputs,
    IReadOnlyList<TensorSignature> Outputs,
    IReadOnlyDictionary<string, string> Metadata);
