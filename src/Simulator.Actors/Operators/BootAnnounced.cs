using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Operators;

/// <summary>The launcher of a node tells its operator that a fresh enclave is up.</summary>
/// <param name="BootTime">Unix seconds at which the enclave made its keys.</param>
public sealed record BootAnnounced(long BootTime) : Message, IMessage<BootAnnounced>
{
    public static ushort Number => 261;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(60);

    public static BootAnnounced Read(ref MessageReader reader) => new(reader.Int64());

    public override void Write(ref MessageWriter writer) => writer.Int64(BootTime);
}
