using System.Text;

namespace Simulator.Benchmarks.Samples;

/// <summary>Small model files, written field by field; numbers are those of onnx.proto.</summary>
internal static class SampleModels
{
    private const int Float = 1;

    /// <summary>y = x + w, with a free first dimension, metadata and a weight.</summary>
    public static byte[] TwoInputs { get; } = Model(
    [
        .. Field(1, [.. Text(1, "x"), .. Text(1, "w"), .. Text(2, "y"), .. Text(4, "Add")]),
        .. Text(2, "sum"),
        .. Field(5, [8, 2, 16, Float, .. Text(8, "w"), .. Field(9, new byte[8])]),
        .. Field(11, Value("x")),
        .. Field(11, Value("w")),
        .. Field(12, Value("y")),
    ]);

    /// <summary>The same within a branch of an If.</summary>
    public static byte[] WithSubgraph { get; } = Model(
    [
        .. Field(1, [.. Text(4, "If"), .. Field(5, [.. Text(1, "then_branch"), .. Field(6, Field(1, Text(4, "Relu")))])]),
        .. Field(11, Value("x")),
        .. Field(12, Value("y")),
    ]);

    public static IReadOnlyList<byte[]> OtherFormats { get; } =
    [
        [.. "GGUF"u8, 3, 0, 0, 0],
        [0x89, .. "HDF"u8, (byte)'\r', (byte)'\n', 0x1A, (byte)'\n', 0],
        [12, 0, 0, 0, 0, 0, 0, 0, .. "{\"a\":{    }}"u8, 1, 2],
        [.. "PK"u8, 3, 4, 0, 0, .. "archive/data.pkl"u8],
        [0x80, 2, .. "}q."u8],
        [0x1C, 0, 0, 0, .. "TFL3"u8, 0],
        [8, 1, .. Field(2, [0x0A, 0])],
    ];

    private static byte[] Model(byte[] graph) =>
        [8, 8, .. Text(2, "sample"), .. Field(7, graph), .. Field(8, [16, 13]), .. Field(14, [.. Text(1, "a"), .. Text(2, "b")])];

    private static byte[] Value(string name) =>
        [.. Text(1, name), .. Field(2, Field(1, [8, Float, .. Field(2, [.. Field(1, Text(2, "n")), .. Field(1, [8, 2])])]))];

    private static byte[] Text(int number, string text) => Field(number, Encoding.UTF8.GetBytes(text));

    private static byte[] Field(int number, byte[] content)
    {
        List<byte> field = [(byte)((number << 3) | 2)];
        int length = content.Length;
        for (; length >= 0x80; length >>= 7)
        {
            field.Add((byte)((length & 0x7F) | 0x80));
        }

        return [.. field, (byte)length, .. content];
    }
}
