namespace Simulator.Inference.Inspection;

/// <summary>One input or output of a model, as its file declares it.</summary>
/// <param name="Name">As in the file.</param>
/// <param name="ElementType">Number of the type in onnx.proto; zero where the value is no dense tensor.</param>
/// <param name="Dimensions">−1 where any size is allowed; null where the file does not even state how many there are.</param>
public sealed record OnnxValue(string Name, int ElementType, IReadOnlyList<long>? Dimensions)
{
    private static readonly string[] TypeNames =
    [
        "", "float", "uint8", "int8", "uint16", "int16", "int32", "int64", "string", "bool", "float16", "double",
        "uint32", "uint64", "complex64", "complex128", "bfloat16",
    ];

    public string TypeName => ElementType switch
    {
        0 => "no tensor",
        > 0 when ElementType < TypeNames.Length => TypeNames[ElementType],
        _ => $"type {ElementType}",
    };

    /// <summary>For example <c>returns float[?,32]</c>.</summary>
    public override string ToString()
    {
        string shape = Dimensions is null
            ? "of unknown rank"
            : $"[{string.Join(',', Dimensions.Select(size => size < 0 ? "?" : $"{size}"))}]";
        return $"{Name} {TypeName}{(Dimensions is null ? " " : "")}{shape}";
    }
}
