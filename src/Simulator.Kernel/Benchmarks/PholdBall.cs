namespace Simulator.Kernel.Benchmarks;

/// <summary>What actors throw; a new one for every throw.</summary>
public sealed record PholdBall(ulong Throws) : Message, IMessage<PholdBall>
{
    public static ushort Number => 60_000;

    public override ushort TypeNumber => Number;

    public static PholdBall Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer) => writer.UInt64(Throws);
}
