using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Users;

/// <summary>The user waited as long as it was going to.</summary>
internal sealed record PatienceEnded(int Attempt) : Message, IMessage<PatienceEnded>
{
    public static ushort Number => 111;

    public override ushort TypeNumber => Number;

    public static PatienceEnded Read(ref MessageReader reader) => new(reader.RequestNumber());

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
    }
}
