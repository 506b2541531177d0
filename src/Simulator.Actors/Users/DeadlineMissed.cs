using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Users;

/// <summary>A node had as long as its user gives one node.</summary>
/// <param name="Attempt">Number of the user's request.</param>
/// <param name="Try">Which of the nodes it was sent to, from 1.</param>
internal sealed record DeadlineMissed(int Attempt, int Try) : Message, IMessage<DeadlineMissed>
{
    public static ushort Number => 420;

    public override ushort TypeNumber => Number;

    public static DeadlineMissed Read(ref MessageReader reader) => new(reader.RequestNumber(), reader.RequestNumber());

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
        writer.VarUInt((ulong)Try);
    }
}
