namespace Simulator.Benchmarks.Fuzzing;

/// <summary>Bytes under construction, bounded in length; whatever would exceed the bound is cut off.</summary>
internal sealed class InputBuffer
{
    public const int Capacity = 96 * 1024;

    private readonly byte[] bytes = new byte[Capacity];

    public int Length { get; private set; }

    public ref byte this[int index] => ref bytes[index];

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, Length);

    public byte[] ToArray() => Span.ToArray();

    public void Set(ReadOnlySpan<byte> content)
    {
        Length = 0;
        Insert(0, content);
    }

    public void Insert(int at, ReadOnlySpan<byte> piece)
    {
        int taken = Math.Min(piece.Length, Capacity - Length);
        bytes.AsSpan(at, Length - at).CopyTo(bytes.AsSpan(at + taken));
        piece[..taken].CopyTo(bytes.AsSpan(at));
        Length += taken;
    }

    public void Remove(int at, int count)
    {
        bytes.AsSpan(at + count, Length - at - count).CopyTo(bytes.AsSpan(at));
        Length -= count;
    }
}
