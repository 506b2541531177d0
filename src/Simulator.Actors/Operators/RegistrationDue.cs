using Simulator.Kernel;

namespace Simulator.Actors.Operators;

/// <summary>It is time to send a registration whose papers are ready.</summary>
/// <param name="Case">The operator's number for it.</param>
internal sealed record RegistrationDue(ulong Case) : Message, IMessage<RegistrationDue>
{
    public static ushort Number => 273;

    public override ushort TypeNumber => Number;

    public static RegistrationDue Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer) => writer.UInt64(Case);
}
