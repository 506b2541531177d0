using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Enclaves;

/// <summary>It is time for a sign of life.</summary>
/// <param name="Attempt">Which attempt of its series; from 1.</param>
internal sealed record HeartbeatDue(int Attempt) : Message, IMessage<HeartbeatDue>
{
    public static ushort Number => 266;

    public override ushort TypeNumber => Number;

    public static HeartbeatDue Read(ref MessageReader reader) => new(reader.RequestNumber());

    public override void Write(ref MessageWriter writer) => writer.VarUInt((ulong)Attempt);
}
