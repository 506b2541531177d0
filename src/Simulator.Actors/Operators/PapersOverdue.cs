using Simulator.Kernel;

namespace Simulator.Actors.Operators;

/// <summary>An enclave did not hand out its papers in time.</summary>
/// <param name="Case">The operator's number for the registration.</param>
internal sealed record PapersOverdue(ulong Case) : Message, IMessage<PapersOverdue>
{
    public static ushort Number => 280;

    public override ushort TypeNumber => Number;

    public static PapersOverdue Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer) => writer.UInt64(Case);
}
