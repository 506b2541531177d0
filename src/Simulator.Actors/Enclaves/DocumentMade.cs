using Simulator.Kernel;

namespace Simulator.Actors.Enclaves;

/// <summary>The hardware has attested what was asked of it.</summary>
/// <param name="Client">Who asked.</param>
/// <param name="Reply">What it gets.</param>
internal sealed record DocumentMade(ActorRef Client, AttestationReply Reply) : Message, IMessage<DocumentMade>
{
    public static ushort Number => 265;

    public override ushort TypeNumber => Number;

    public static DocumentMade Read(ref MessageReader reader) =>
        new(reader.Actor(), AttestationReply.Read(ref reader));

    public override void Write(ref MessageWriter writer)
    {
        writer.Actor(Client);
        Reply.Write(ref writer);
    }
}
