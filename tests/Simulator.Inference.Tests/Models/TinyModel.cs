using System.Text;
using Microsoft.ML.OnnxRuntime.Tensors;
using Simulator.Inference.Catalogue;

namespace Simulator.Inference.Tests.Models;

/// <summary>Models of one operator, written byte by byte: input <c>x</c>, output <c>y</c>, both of shape [2].</summary>
/// <remarks>Field numbers: onnx.proto of ONNX 1.12.</remarks>
internal static class TinyModel
{
    public static ModelBlob Of(
        string operation,
        TensorElementType input,
        TensorElementType output,
        params byte[][] attributes)
    {
        byte[] node = [.. Text(1, "x"), .. Text(2, "y"), .. Text(4, operation), .. attributes.SelectMany(part => part)];
        byte[] values = [.. Field(11, Value("x", input)), .. Field(12, Value("y", output))];
        byte[] graph = [.. Field(1, node), .. Text(2, "tiny"), .. values];
        return ModelBlob.Of([8, 8, .. Field(7, graph), .. Field(8, [16, 13])]);
    }

    /// <summary>An attribute that names a type, as Cast needs.</summary>
    public static byte[] To(TensorElementType type) => Field(5, [.. Text(1, "to"), 0x18, (byte)type, 0xA0, 1, 2]);

    public static byte[] Field(int number, byte[] content)
    {
        List<byte> field = [(byte)((number << 3) | 2)];
        int length = content.Length;
        for (; length >= 0x80; length >>= 7)
        {
            field.Add((byte)((length & 0x7F) | 0x80));
        }

        return [.. field, (byte)length, .. content];
    }

    private static byte[] Value(string name, TensorElementType type)
    {
        byte[] shape = Field(2, Field(1, [8, 2]));
        return [.. Text(1, name), .. Field(2, Field(1, [8, (byte)type, .. shape]))];
    }

    private static byte[] Text(int number, string text) => Field(number, Encoding.UTF8.GetBytes(text));
}
