using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Enclaves;

/// <summary>A sign of life is ready to be sent.</summary>
/// <param name="Attempt">Which attempt of its series; from 1.</param>
/// <param name="Body">JSON for the facilitator.</param>
internal sealed record HeartbeatSigned(int Attempt, byte[] Body) : Message, IMessage<HeartbeatSigned>
{
    public static ushort Number => 267;

    public override ushort TypeNumber => Number;

    public static HeartbeatSigned Read(ref MessageReader reader) => new(reader.RequestNumber(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
        writer.Bytes(Body);
    }
}
