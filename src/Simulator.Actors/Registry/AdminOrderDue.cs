using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Registry;

/// <summary>The admin's next decision is due.</summary>
/// <param name="Index">Which of its orders.</param>
internal sealed record AdminOrderDue(int Index) : Message, IMessage<AdminOrderDue>
{
    public static ushort Number => 276;

    public override ushort TypeNumber => Number;

    public static AdminOrderDue Read(ref MessageReader reader) => new(reader.RequestNumber());

    public override void Write(ref MessageWriter writer) => writer.VarUInt((ulong)Index);
}
