using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Simulator.Protocol.Tensors;

/// <summary>The bytes of a tensor set that are hashed.</summary>
/// <remarks>
/// The text <c>opgsim/tensors/1</c>; the count of numeric tensors and each in ordinal order of name: name, shape,
/// values; then the same for texts. Every list and text has its length before it, as 32 bits; integers are big-endian,
/// a number is 128 bits of value and 32 of decimals.
/// </remarks>
internal static class HashedForm
{
    private const int BytesPerNumber = 20;

    public static ReadOnlySpan<byte> Of(TensorSet set)
    {
        ArrayBufferWriter<byte> writer = new(1024);
        writer.Write("opgsim/tensors/1"u8);
        Write(writer, set.Numbers.Count);
        foreach (FixedPointTensor tensor in set.Numbers.OrderBy(tensor => tensor.Name, StringComparer.Ordinal))
        {
            Write(writer, tensor);
        }

        Write(writer, set.Strings.Count);
        foreach (StringTensor tensor in set.Strings.OrderBy(tensor => tensor.Name, StringComparer.Ordinal))
        {
            Write(writer, tensor);
        }

        return writer.WrittenSpan;
    }

    private static void Write(ArrayBufferWriter<byte> writer, FixedPointTensor tensor)
    {
        Write(writer, tensor.Name);
        Write(writer, tensor.Shape);
        Write(writer, tensor.Values.Length);
        foreach (FixedPoint value in tensor.Values)
        {
            FixedPoint normalised = value.Normalised();
            Span<byte> bytes = writer.GetSpan(BytesPerNumber);
            BinaryPrimitives.WriteInt128BigEndian(bytes, normalised.Value);
            BinaryPrimitives.WriteInt32BigEndian(bytes[16..], normalised.Decimals);
            writer.Advance(BytesPerNumber);
        }
    }

    private static void Write(ArrayBufferWriter<byte> writer, StringTensor tensor)
    {
        Write(writer, tensor.Name);
        Write(writer, tensor.Shape);
        Write(writer, tensor.Values.Length);
        foreach (string value in tensor.Values)
        {
            Write(writer, value);
        }
    }

    private static void Write(ArrayBufferWriter<byte> writer, uint[] shape)
    {
        Write(writer, shape.Length);
        foreach (uint dimension in shape)
        {
            Write(writer, unchecked((int)dimension));
        }
    }

    private static void Write(ArrayBufferWriter<byte> writer, string text)
    {
        Write(writer, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, writer);
    }

    private static void Write(ArrayBufferWriter<byte> writer, int number)
    {
        BinaryPrimitives.WriteInt32BigEndian(writer.GetSpan(4), number);
        writer.Advance(4);
    }
}
