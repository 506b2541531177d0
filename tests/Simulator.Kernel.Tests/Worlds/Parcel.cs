namespace Simulator.Kernel.Tests;

/// <summary>A message of a stated size on the wire.</summary>
internal sealed record Parcel(long Size) : Message, IMessage<Parcel>
{
    public static ushort Number => 101;

    public override ushort TypeNumber => Number;

    public override long WireBytes => Size;

    public static Parcel Read(ref MessageReader reader) => new(reader.Int64());

    public override void Write(ref MessageWriter writer) => writer.Int64(Size);
}
