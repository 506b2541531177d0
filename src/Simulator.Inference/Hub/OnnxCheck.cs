using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Inference.Inspection;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Hub;

/// <summary>Checks an ONNX file before it is accepted: what it says of itself, then whether the runtime opens it.</summary>
public static class OnnxCheck
{
    /// <summary>Oldest standard operator set that ONNX Runtime promises to support.</summary>
    public const int OldestOpset = 7;

    private const int LongestDetail = 300;

    private static readonly string[] Standard = ["", "ai.onnx"];
    private static readonly string[] KnownDomains = ["ai.onnx", "ai.onnx.ml", "com.microsoft"];

    /// <summary>What the runtime says when it refuses, and the name of that. Others are <c>runtime_refused</c>.</summary>
    private static readonly (string Part, HubRefusal Reason)[] RuntimeReasons =
    [
        ("is not a registered function/op", HubRefusal.OperatorUnknown),
        ("No Op registered", HubRefusal.OperatorUnknown),
        ("Could not find an implementation", HubRefusal.OperatorUnsupported),
        ("max supported IR version", HubRefusal.IrVersionUnsupported),
        ("is under development and support for this is limited", HubRefusal.OpsetUnsupported),
    ];

    /// <summary>Reads the file alone. Never throws, and costs no more than one walk over its bytes.</summary>
    public static OnnxVerdict Read(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            return Refuse(HubRefusal.EmptyFile, "the file has no bytes");
        }

        if (file.Length > OnnxFile.LargestFile)
        {
            return Refuse(HubRefusal.ModelTooLarge, $"more than {OnnxFile.LargestFile} bytes");
        }

        OnnxInspection inspection = OnnxFile.Inspect(file);
        if (inspection is OnnxInspection.Malformed malformed)
        {
            return Refuse(malformed.IsTruncated ? HubRefusal.Truncated : HubRefusal.NotOnnx, malformed.Problem);
        }

        OnnxInspection.Readable model = (OnnxInspection.Readable)inspection;

        if (OnnxValues.Read(file) is not { } values)
        {
            return Refuse(HubRefusal.NotOnnx, "its inputs or outputs are malformed");
        }

        return RefuseMakeup(model)
            ?? RefuseCount(values)
            ?? values.Inputs.Select(input => RefuseValue(input, isInput: true)).FirstOrDefault(refused => refused is not null)
            ?? values.Outputs.Select(output => RefuseValue(output, isInput: false)).FirstOrDefault(refused => refused is not null)
            ?? (OnnxVerdict)new OnnxVerdict.Accepted(
                new OnnxReport(model.IrVersion, model.Opsets, model.Operators, values.Inputs, values.Outputs));
    }

    /// <summary>As <see cref="Read"/>, and then opens the model in ONNX Runtime.</summary>
    public static OnnxVerdict Open(ModelBlob model)
    {
        OnnxVerdict read = Read(model.Content);
        if (read is OnnxVerdict.Refused)
        {
            return read;
        }

        using InferenceEngine engine = new();
        return engine.Describe(model).Problem is { } problem ? RefuseByRuntime(problem.Detail) : read;
    }

    private static OnnxVerdict.Refused? RefuseMakeup(OnnxInspection.Readable model)
    {
        if (model.ExternalData)
        {
            return Refuse(HubRefusal.ExternalDataRefused, "its weights lie in other files, which the blob id does not cover");
        }

        long[] standard = [.. Standard.Where(model.Opsets.ContainsKey).Select(domain => model.Opsets[domain])];
        if (standard.Length == 0)
        {
            return Refuse(HubRefusal.OpsetMissing, "it states no version of the operator set ai.onnx");
        }

        if (standard.Any(version => version < OldestOpset))
        {
            return Refuse(HubRefusal.OpsetUnsupported, $"opset {standard.Min()}; the oldest supported is {OldestOpset}");
        }

        string? stranger = model.Operators.Keys.FirstOrDefault(name => !IsKnown(name, model));
        return stranger is null ? null : Refuse(HubRefusal.OperatorUnknown, $"{stranger} is in no domain that is known here");
    }

    // Standard operators carry no domain; whether they exist in that version, the runtime says.
    private static bool IsKnown(string name, OnnxInspection.Readable model)
    {
        int dot = name.LastIndexOf('.');
        return dot < 0 || KnownDomains.Contains(name[..dot]) || model.Functions.Contains(name);
    }

    private static OnnxVerdict.Refused? RefuseCount(OnnxValues values)
    {
        int most = Math.Max(values.Inputs.Count, values.Outputs.Count);
        return most <= TensorLimits.MaximumTensors
            ? null
            : Refuse(HubRefusal.TensorTooLarge, $"{most} tensors; a request carries at most {TensorLimits.MaximumTensors}");
    }

    private static OnnxVerdict.Refused? RefuseValue(OnnxValue value, bool isInput)
    {
        string noun = isInput ? "input" : "output";
        if (!IsCarried(value.ElementType))
        {
            return Refuse(HubRefusal.TypeUnsupported, $"{noun} {value}: requests carry float, double and integers");
        }

        if (value.Dimensions is not { } sizes)
        {
            return isInput
                ? Refuse(HubRefusal.ShapeDynamicUnsupported, $"{noun} {value}: its number of dimensions must be stated")
                : null;
        }

        return sizes.Count > TensorLimits.MaximumRank || ElementsAtLeast(sizes) > TensorLimits.MaximumElements
            ? Refuse(
                HubRefusal.TensorTooLarge,
                $"{noun} {value}: at most {TensorLimits.MaximumRank} dimensions and {TensorLimits.MaximumElements} elements")
            : null;
    }

    // Numbers of onnx.proto: float, the integers of 8 to 64 bits, double.
    private static bool IsCarried(int type) => type is 1 or (>= 2 and <= 7) or 11 or 12 or 13;

    // A free dimension has at least one element.
    private static long ElementsAtLeast(IReadOnlyList<long> sizes)
    {
        long product = 1;
        foreach (long size in sizes)
        {
            product = size < 0 ? product : size > TensorLimits.MaximumElements ? long.MaxValue : product * size;
            if (product > TensorLimits.MaximumElements)
            {
                return product;
            }
        }

        return product;
    }

    private static OnnxVerdict.Refused RefuseByRuntime(string detail)
    {
        HubRefusal reason = RuntimeReasons
            .Where(known => detail.Contains(known.Part, StringComparison.Ordinal))
            .Select(known => known.Reason)
            .FirstOrDefault(HubRefusal.RuntimeRefused);
        string line = detail.ReplaceLineEndings(" ").Trim();
        return Refuse(reason, line.Length > LongestDetail ? line[..LongestDetail] + " …" : line);
    }

    private static OnnxVerdict.Refused Refuse(HubRefusal reason, string detail) => new(reason, detail);
}
