namespace Simulator.Kernel.Tests;

internal sealed record Ping(ulong Number) : Message, IMessage<Ping>
{
    static ushort IMessage<Ping>.Number => 100;

    public override ushort TypeNumber => 100;

    public static Ping Read(ref MessageReader reader) => new(reader.VarUInt());

    public override void Write(ref MessageWriter writer) => writer.VarUInt(Number);
}
