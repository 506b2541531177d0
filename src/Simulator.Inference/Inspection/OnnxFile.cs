namespace Simulator.Inference.Inspection;

/// <summary>Reads what decides whether an ONNX file may be run: operator sets, operators, place of weights.</summary>
/// <remarks>Field numbers: onnx.proto of ONNX 1.12. Nested graphs are followed to a limited depth.</remarks>
public static class OnnxFile
{
    public const int LargestFile = 1 << 30;

    /// <summary>Never throws: whatever the bytes are, the answer is an inspection or why there is none.</summary>
    public static OnnxInspection Inspect(ReadOnlySpan<byte> file)
    {
        if (file.Length > LargestFile)
        {
            return new OnnxInspection.Malformed($"more than {LargestFile} bytes");
        }

        OnnxWalk walk = new();
        walk.Model(file);
        if (walk.Problem is null && !walk.HasGraph)
        {
            walk.Problem = "no graph in it";
        }

        return walk.Problem is null
            ? new OnnxInspection.Readable(walk.IrVersion, walk.Opsets, walk.Operators, walk.Metadata, walk.ExternalData)
            {
                Functions = walk.Functions,
            }
            : new OnnxInspection.Malformed($"not an ONNX file: {walk.Problem}", walk.IsTruncated);
    }
}
