using System.Text;
using Simulator.Inference.Tests.Models;

namespace Simulator.Inference.Tests.Hub;

/// <summary>A model of one operator from <c>x</c> to <c>y</c>, of which a test may spoil any part.</summary>
/// <remarks>Field numbers: onnx.proto of ONNX 1.12.</remarks>
internal sealed record HubModel
{
    public int IrVersion { get; init; } = 8;

    public int? Opset { get; init; } = 13;

    public string Operator { get; init; } = "Abs";

    public string Domain { get; init; } = "";

    public int ElementType { get; init; } = 1;

    /// <summary>−1 is free; null states no shape at all.</summary>
    public int[]? Input { get; init; } = [2];

    public int[]? Output { get; init; } = [2];

    public int Inputs { get; init; } = 1;

    public byte[] ToBytes()
    {
        byte[] node =
        [
            .. Text(1, "x0"), .. Text(2, "y"), .. Text(4, Operator), .. Domain.Length == 0 ? [] : Text(7, Domain),
        ];
        byte[] graph =
        [
            .. TinyModel.Field(1, node),
            .. Text(2, "hub"),
            .. Enumerable.Range(0, Inputs).SelectMany(number => TinyModel.Field(11, Value($"x{number}", Input))),
            .. TinyModel.Field(12, Value("y", Output)),
        ];
        byte[] opset = Opset is { } version ? TinyModel.Field(8, [16, .. Varint(version)]) : [];
        return [8, .. Varint(IrVersion), .. TinyModel.Field(7, graph), .. opset];
    }

    private byte[] Value(string name, int[]? shape)
    {
        byte[] sizes = shape is null ? [] : TinyModel.Field(2, [.. shape.SelectMany(Dimension)]);
        return [.. Text(1, name), .. TinyModel.Field(2, TinyModel.Field(1, [8, .. Varint(ElementType), .. sizes]))];
    }

    private static byte[] Dimension(int size) =>
        TinyModel.Field(1, size < 0 ? Text(2, "n") : [8, .. Varint(size)]);

    private static byte[] Varint(int number)
    {
        List<byte> bytes = [];
        for (; number >= 0x80; number >>= 7)
        {
            bytes.Add((byte)((number & 0x7F) | 0x80));
        }

        return [.. bytes, (byte)number];
    }

    private static byte[] Text(int number, string text) => TinyModel.Field(number, Encoding.UTF8.GetBytes(text));
}
