using System.Text;

namespace Simulator.Protocol.Ethereum;

/// <summary><c>abi.encode</c> of a tuple: 32-byte heads in order, dynamic members behind them.</summary>
/// <remarks>
/// Members of a static tuple are written one by one, since such tuples are encoded in place. Source: Solidity ABI
/// specification.
/// </remarks>
public sealed class AbiWriter
{
    private const int WordLength = 32;

    private readonly List<(Hash32 Word, byte[]? Tail)> members = [];

    public AbiWriter Word(Hash32 word)
    {
        members.Add((word, null));
        return this;
    }

    public AbiWriter Number(UInt256 number)
    {
        Span<byte> bytes = stackalloc byte[WordLength];
        number.WriteBigEndian(bytes);
        return Word(new Hash32(bytes));
    }

    public AbiWriter Address(Address address)
    {
        Span<byte> bytes = stackalloc byte[WordLength];
        address.CopyTo(bytes[(WordLength - Ethereum.Address.Length)..]);
        return Word(new Hash32(bytes));
    }

    public AbiWriter Boolean(bool value) => Number(value ? UInt256.One : UInt256.Zero);

    public AbiWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        int padded = (bytes.Length + WordLength - 1) / WordLength * WordLength;
        byte[] tail = new byte[WordLength + padded];
        ((UInt256)(ulong)bytes.Length).WriteBigEndian(tail);
        bytes.CopyTo(tail.AsSpan(WordLength));
        return Tail(tail);
    }

    public AbiWriter Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    /// <summary>A dynamic tuple, or an array of dynamic elements without its length.</summary>
    public AbiWriter Dynamic(AbiWriter tuple) => Tail(tuple.ToArray());

    /// <summary>An array of static elements.</summary>
    /// <param name="elements">Every element's members, all of the same type.</param>
    public AbiWriter List(IReadOnlyList<AbiWriter> elements)
    {
        AbiWriter list = new();
        list.Number((ulong)elements.Count);
        foreach (AbiWriter element in elements)
        {
            list.members.AddRange(element.members);
        }

        return Tail(list.ToArray());
    }

    /// <summary>An array of dynamic elements.</summary>
    /// <param name="elements">Every element as a tuple of its own.</param>
    public AbiWriter ListOfDynamic(IReadOnlyList<AbiWriter> elements)
    {
        AbiWriter items = new();
        foreach (AbiWriter element in elements)
        {
            items.Dynamic(element);
        }

        return Counted(elements.Count, items);
    }

    /// <summary>A <c>bytes[]</c>.</summary>
    public AbiWriter ListOfBytes(IReadOnlyList<byte[]> elements)
    {
        AbiWriter items = new();
        foreach (byte[] element in elements)
        {
            items.Bytes(element);
        }

        return Counted(elements.Count, items);
    }

    public byte[] ToArray() => ToArray(0);

    /// <summary>Call data: selector and arguments.</summary>
    public byte[] ToCallData(Selector selector)
    {
        byte[] bytes = ToArray(Selector.Length);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, selector.Value);
        return bytes;
    }

    private AbiWriter Counted(int count, AbiWriter items)
    {
        byte[] body = items.ToArray();
        byte[] tail = new byte[WordLength + body.Length];
        ((UInt256)(ulong)count).WriteBigEndian(tail);
        body.CopyTo(tail, WordLength);
        return Tail(tail);
    }

    private AbiWriter Tail(byte[] tail)
    {
        members.Add((default, tail));
        return this;
    }

    private byte[] ToArray(int prefix)
    {
        int offset = members.Count * WordLength;
        byte[] bytes = new byte[prefix + offset + members.Sum(member => member.Tail?.Length ?? 0)];
        Span<byte> body = bytes.AsSpan(prefix);
        for (int i = 0; i < members.Count; i++)
        {
            Span<byte> head = body[(i * WordLength)..];
            if (members[i].Tail is not { } tail)
            {
                members[i].Word.CopyTo(head);
                continue;
            }

            ((UInt256)(ulong)offset).WriteBigEndian(head);
            tail.CopyTo(body[offset..]);
            offset += tail.Length;
        }

        return bytes;
    }
}
