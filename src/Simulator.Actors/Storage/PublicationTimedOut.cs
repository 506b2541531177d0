using Simulator.Kernel;

namespace Simulator.Actors.Storage;

/// <summary>Too few replicas of a blob were confirmed in time.</summary>
/// <param name="Publication">The publisher's number for it.</param>
internal sealed record PublicationTimedOut(ulong Publication) : Message, IMessage<PublicationTimedOut>
{
    public static ushort Number => 236;

    public override ushort TypeNumber => Number;

    public static PublicationTimedOut Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer) => writer.UInt64(Publication);
}
