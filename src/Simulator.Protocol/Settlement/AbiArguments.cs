using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Settlement;

/// <summary>abi.encode of the argument lists of the settlement contracts: 32-byte words, byte strings behind them.</summary>
internal sealed class AbiArguments
{
    private const int WordLength = 32;

    private readonly List<byte[]> heads = [];
    private readonly List<byte[]?> tails = [];

    public AbiArguments Add(Hash32 value) => AddWord(value.ToArray());

    public AbiArguments Add(UInt256 value)
    {
        byte[] word = new byte[WordLength];
        value.WriteBigEndian(word);
        return AddWord(word);
    }

    public AbiArguments Add(Address value)
    {
        byte[] word = new byte[WordLength];
        value.CopyTo(word.AsSpan(WordLength - Address.Length));
        return AddWord(word);
    }

    /// <summary>A dynamic <c>bytes</c>: its offset among the words, its length and padded content behind them.</summary>
    public AbiArguments Add(ReadOnlySpan<byte> value)
    {
        int padded = (value.Length + WordLength - 1) / WordLength * WordLength;
        byte[] tail = new byte[WordLength + padded];
        new UInt256(0, (UInt128)value.Length).WriteBigEndian(tail);
        value.CopyTo(tail.AsSpan(WordLength));
        heads.Add([]);
        tails.Add(tail);
        return this;
    }

    /// <summary>The encoded arguments, behind an optional function selector.</summary>
    public byte[] ToArray(ReadOnlySpan<byte> selector = default)
    {
        int offset = heads.Count * WordLength;
        using MemoryStream output = new();
        output.Write(selector);
        for (int i = 0; i < heads.Count; i++)
        {
            output.Write(tails[i] is null ? heads[i] : OffsetWord(offset));
            offset += tails[i]?.Length ?? 0;
        }

        foreach (byte[] tail in tails.OfType<byte[]>())
        {
            output.Write(tail);
        }

        return output.ToArray();
    }

    private static byte[] OffsetWord(int offset)
    {
        byte[] word = new byte[WordLength];
        new UInt256(0, (UInt128)offset).WriteBigEndian(word);
        return word;
    }

    private AbiArguments AddWord(byte[] word)
    {
        heads.Add(word);
        tails.Add(null);
        return this;
    }
}
