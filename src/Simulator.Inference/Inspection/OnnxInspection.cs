namespace Simulator.Inference.Inspection;

/// <summary>What an ONNX file says about itself, read without running it.</summary>
public abstract record OnnxInspection
{
    private OnnxInspection()
    {
    }

    /// <param name="IrVersion">Version of the file format.</param>
    /// <param name="Opsets">Operator sets by domain; the standard one has the empty name.</param>
    /// <param name="Operators">How often each occurs, subgraphs included; <c>domain.Name</c> if not standard.</param>
    /// <param name="Metadata">Free texts.</param>
    /// <param name="ExternalData">True if weights lie in other files, so that the hash does not name the model.</param>
    public sealed record Readable(
        long IrVersion,
        IReadOnlyDictionary<string, long> Opsets,
        IReadOnlyDictionary<string, int> Operators,
        IReadOnlyDictionary<string, string> Metadata,
        bool ExternalData) : OnnxInspection
    {
        /// <summary>Operators that the file defines itself, as <c>domain.Name</c>.</summary>
        public IReadOnlySet<string> Functions { get; init; } = new SortedSet<string>(StringComparer.Ordinal);
    }

    /// <param name="Problem">For people.</param>
    /// <param name="IsTruncated">The file ends early: the rest may have been lost on its way.</param>
    public sealed record Malformed(string Problem, bool IsTruncated = false) : OnnxInspection;
}
