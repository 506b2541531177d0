using Simulator.Kernel;

namespace Simulator.Actors.Enclaves;

/// <summary>The relay did not answer a heartbeat in time.</summary>
/// <param name="Call">The enclave's number for the call.</param>
internal sealed record HeartbeatTimedOut(ulong Call) : Message, IMessage<HeartbeatTimedOut>
{
    public static ushort Number => 270;

    public override ushort TypeNumber => Number;

    public static HeartbeatTimedOut Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer) => writer.UInt64(Call);
}
