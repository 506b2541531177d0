using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Wire;

/// <summary>The protocol's value types in the kernel's binary message form.</summary>
internal static class ProtocolFields
{
    public static void Hash(this ref MessageWriter writer, Hash32 value)
    {
        byte[] bytes = new byte[Hash32.Length];
        value.CopyTo(bytes);
        writer.Bytes(bytes);
    }

    public static Hash32 Hash(this ref MessageReader reader) => new(Exactly(reader.Bytes(), Hash32.Length));

    public static void Address(this ref MessageWriter writer, Address value)
    {
        byte[] bytes = new byte[Protocol.Ethereum.Address.Length];
        value.CopyTo(bytes);
        writer.Bytes(bytes);
    }

    public static Address Address(this ref MessageReader reader) =>
        new(Exactly(reader.Bytes(), Protocol.Ethereum.Address.Length));

    public static void UInt256(this ref MessageWriter writer, UInt256 value)
    {
        byte[] bytes = new byte[Protocol.Ethereum.UInt256.Length];
        value.WriteBigEndian(bytes);
        writer.Bytes(bytes);
    }

    public static UInt256 UInt256(this ref MessageReader reader) =>
        Protocol.Ethereum.UInt256.FromBigEndian(Exactly(reader.Bytes(), Protocol.Ethereum.UInt256.Length));

    public static void OptionalText(this ref MessageWriter writer, string? value)
    {
        writer.Boolean(value is not null);
        if (value is not null)
        {
            writer.Text(value);
        }
    }

    public static string? OptionalText(this ref MessageReader reader) => reader.Boolean() ? reader.Text() : null;

    /// <summary>The number of a user's request: a variable-length number that fits an <see cref="int"/>.</summary>
    public static int RequestNumber(this ref MessageReader reader)
    {
        ulong number = reader.VarUInt();
        return number <= int.MaxValue ? (int)number : throw new MessageFormatException("a request number is out of range");
    }

    private static byte[] Exactly(byte[] bytes, int length) =>
        bytes.Length == length ? bytes : throw new MessageFormatException($"expected {length} bytes, found {bytes.Length}");
}
