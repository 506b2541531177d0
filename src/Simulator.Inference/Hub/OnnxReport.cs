using Simulator.Inference.Inspection;

namespace Simulator.Inference.Hub;

/// <summary>What an accepted ONNX file is made of.</summary>
/// <param name="IrVersion">Version of the file format.</param>
/// <param name="Opsets">Operator sets by domain; the standard one has the empty name.</param>
/// <param name="Operators">How often each occurs.</param>
/// <param name="Inputs">What a question must carry.</param>
/// <param name="Outputs">What an answer carries.</param>
public sealed record OnnxReport(
    long IrVersion,
    IReadOnlyDictionary<string, long> Opsets,
    IReadOnlyDictionary<string, int> Operators,
    IReadOnlyList<OnnxValue> Inputs,
    IReadOnlyList<OnnxValue> Outputs);
