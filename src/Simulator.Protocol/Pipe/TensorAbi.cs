using System.Text;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tensors;

namespace Simulator.Protocol.Pipe;

/// <summary>Tensors as the hub contract's ABI has them: <c>((string,(int128,int128)[],uint32[])[],(string,string[])[])</c>.</summary>
/// <remarks>
/// A number is <c>(value, decimals)</c>, row-major, with its shape; texts carry no shape and are read as one dimension.
/// Decimals beyond 32 bits are refused. Limits: <see cref="TensorLimits"/>. Source: protocol facts §7.6.
/// </remarks>
internal static class TensorAbi
{
    /// <summary>Canonical type of one numeric tensor and of one tensor of texts.</summary>
    public const string Types = "(string,(int128,int128)[],uint32[])[],(string,string[])[]";

    private const int MaximumTexts = 1_024;

    /// <summary>The two lists as the first members of a tuple.</summary>
    public static AbiWriter Write(AbiWriter tuple, TensorSet tensors) => tuple
        .ListOfDynamic([.. tensors.Numbers.Select(WriteNumbers)])
        .ListOfDynamic([.. tensors.Strings.Select(WriteTexts)]);

    /// <summary>Reads the two lists; the reader is invalid afterwards when they do not decode.</summary>
    public static TensorSet Read(ref AbiReader tuple)
    {
        FixedPointTensor[] numbers = ReadList(ref tuple, ReadNumbers);
        StringTensor[] strings = ReadList(ref tuple, ReadTexts);
        return new TensorSet(numbers, strings);
    }

    private delegate T ElementReader<T>(ref AbiReader element);

    private static T[] ReadList<T>(ref AbiReader tuple, ElementReader<T> read)
    {
        AbiReader list = tuple.List(1, out int count);
        // Elements may share their bytes: without a limit a short text could stand for an immense one.
        tuple.Require(count <= TensorLimits.MaximumTensors);
        T[] tensors = new T[tuple.IsValid ? count : 0];
        for (int i = 0; i < tensors.Length; i++)
        {
            AbiReader element = list.Dynamic();
            tensors[i] = read(ref element);
            tuple.Require(list.IsValid && element.IsValid);
        }

        return tensors;
    }

    private static FixedPointTensor ReadNumbers(ref AbiReader element)
    {
        string name = element.Text();
        AbiReader list = element.List(2, out int count);
        FixedPoint[] values = new FixedPoint[element.IsValid ? count : 0];
        for (int i = 0; i < values.Length; i++)
        {
            Int128 value = ReadInt128(ref list);
            Int128 decimals = ReadInt128(ref list);
            bool isShort = decimals >= int.MinValue && decimals <= int.MaxValue;
            element.Require(isShort && list.IsValid);
            values[i] = new FixedPoint(value, isShort ? (int)decimals : 0);
        }

        AbiReader sizes = element.List(1, out int rank);
        uint[] shape = new uint[element.IsValid ? rank : 0];
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = (uint)sizes.Number(32).Low;
        }

        element.Require(sizes.IsValid);
        return new FixedPointTensor(name, values, shape);
    }

    private static StringTensor ReadTexts(ref AbiReader element)
    {
        string name = element.Text();
        AbiReader list = element.List(1, out int count);
        // The texts of one tensor may share their bytes too.
        element.Require(count <= MaximumTexts);
        string[] values = new string[element.IsValid ? count : 0];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = list.Text();
        }

        element.Require(list.IsValid);
        return new StringTensor(name, values, [(uint)values.Length]);
    }

    private static AbiWriter WriteNumbers(FixedPointTensor tensor) => new AbiWriter()
        .Text(tensor.Name)
        .List([.. tensor.Values.Select(number => WriteInt128(WriteInt128(new AbiWriter(), number.Value), number.Decimals))])
        .List([.. tensor.Shape.Select(size => new AbiWriter().Number((ulong)size))]);

    // A string[] is laid out as a bytes[] of UTF-8 is.
    private static AbiWriter WriteTexts(StringTensor tensor) => new AbiWriter()
        .Text(tensor.Name)
        .ListOfBytes([.. tensor.Values.Select(Encoding.UTF8.GetBytes)]);

    // Two's complement, sign-extended to 256 bits.
    private static AbiWriter WriteInt128(AbiWriter writer, Int128 value) =>
        writer.Number(new UInt256(value < 0 ? UInt128.MaxValue : UInt128.Zero, unchecked((UInt128)value)));

    private static Int128 ReadInt128(ref AbiReader reader)
    {
        UInt256 word = reader.Number();
        Int128 value = unchecked((Int128)word.Low);
        reader.Require(word.High == (value < 0 ? UInt128.MaxValue : UInt128.Zero));
        return value;
    }
}
