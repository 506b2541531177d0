using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Users;

/// <summary>It is time to ask the next question.</summary>
internal sealed record ArrivalDue(int Attempt) : Message, IMessage<ArrivalDue>
{
    public static ushort Number => 110;

    public override ushort TypeNumber => Number;

    public static ArrivalDue Read(ref MessageReader reader) => new(reader.RequestNumber());

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
    }
}
