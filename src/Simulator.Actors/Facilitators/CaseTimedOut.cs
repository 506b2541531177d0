using Simulator.Kernel;

namespace Simulator.Actors.Facilitators;

/// <summary>The chain did not answer in time.</summary>
internal sealed record CaseTimedOut(ulong Case) : Message, IMessage<CaseTimedOut>
{
    public static ushort Number => 173;

    public override ushort TypeNumber => Number;

    public static CaseTimedOut Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Case);
    }
}
