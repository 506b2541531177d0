using System.Text;

namespace Simulator.Protocol.Ethereum;

/// <summary><c>abi.decode</c> of a tuple, member by member. The first wrong member makes <see cref="IsValid"/> false for good.</summary>
/// <remarks>
/// As strict as compiled Solidity: high bits of narrow types must be zero, offsets and lengths must lie inside the data;
/// offsets need not be in order. Never throws for any input.
/// </remarks>
public ref struct AbiReader
{
    private const int WordLength = 32;

    private readonly ReadOnlySpan<byte> data;
    private int position;

    public AbiReader(ReadOnlySpan<byte> data)
    {
        this.data = data;
        position = 0;
        IsValid = true;
    }

    public bool IsValid { get; private set; }

    public Hash32 Word()
    {
        if (!IsValid || data.Length - position < WordLength)
        {
            IsValid = false;
            return default;
        }

        Hash32 word = new(data.Slice(position, WordLength));
        position += WordLength;
        return word;
    }

    /// <param name="bits">Width of the type: a larger number is refused.</param>
    public UInt256 Number(int bits = 256)
    {
        Span<byte> bytes = stackalloc byte[WordLength];
        Word().CopyTo(bytes);
        UInt256 number = UInt256.FromBigEndian(bytes);
        bool fits = bits == 256
            || (bits > 128 ? number.High >> (bits - 128) == 0 : number.High == 0 && (bits == 128 || number.Low >> bits == 0));
        IsValid &= fits;
        return IsValid ? number : default;
    }

    public Address Address()
    {
        Span<byte> bytes = stackalloc byte[WordLength];
        Word().CopyTo(bytes);
        IsValid &= !bytes[..(WordLength - Ethereum.Address.Length)].ContainsAnyExcept((byte)0);
        return IsValid ? new Address(bytes[(WordLength - Ethereum.Address.Length)..]) : default;
    }

    public bool Boolean() => !Number(1).IsZero;

    public byte[] Bytes() => Blob().ToArray();

    /// <summary>A <c>string</c>; bytes that are not UTF-8 are refused.</summary>
    public string Text()
    {
        ReadOnlySpan<byte> bytes = Blob();
        IsValid &= System.Text.Unicode.Utf8.IsValid(bytes);
        return IsValid ? Encoding.UTF8.GetString(bytes) : string.Empty;
    }

    /// <summary>A reader for a dynamic tuple.</summary>
    public AbiReader Dynamic()
    {
        ReadOnlySpan<byte> tail = Tail();
        return new AbiReader(tail) { IsValid = IsValid };
    }

    /// <summary>A reader for an array's elements and their count.</summary>
    /// <remarks>An element takes <paramref name="wordsPerElement"/> words, 1 for the offset of a dynamic one; that bounds the count.</remarks>
    public AbiReader List(int wordsPerElement, out int count)
    {
        AbiReader tail = Dynamic();
        UInt256 length = tail.Number();
        UInt256 most = (ulong)((tail.data.Length - tail.position) / WordLength / wordsPerElement);
        IsValid &= tail.IsValid && length <= most;
        count = IsValid ? (int)(ulong)length.Low : 0;
        return new AbiReader(IsValid ? tail.data[tail.position..] : default) { IsValid = IsValid };
    }

    /// <summary>A condition of the caller's on what was read.</summary>
    internal void Require(bool condition) => IsValid &= condition;

    private ReadOnlySpan<byte> Blob()
    {
        AbiReader tail = Dynamic();
        UInt256 length = tail.Number();
        IsValid &= tail.IsValid && length <= (UInt256)(ulong)(tail.data.Length - tail.position);
        return IsValid ? tail.data.Slice(tail.position, (int)(ulong)length.Low) : default;
    }

    private ReadOnlySpan<byte> Tail()
    {
        UInt256 offset = Number();
        IsValid &= offset <= (UInt256)(ulong)data.Length;
        return IsValid ? data[(int)(ulong)offset.Low..] : default;
    }
}
