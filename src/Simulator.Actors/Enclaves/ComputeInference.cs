using Simulator.Kernel;

namespace Simulator.Actors.Enclaves;

/// <summary>A paid question, handed to the enclave's compute queue.</summary>
/// <param name="Ticket">Number the gateway gave this piece of work.</param>
/// <param name="Body">JSON request bytes.</param>
public sealed record ComputeInference(ulong Ticket, byte[] Body) : Message, IMessage<ComputeInference>
{
    public static ushort Number => 130;

    public override ushort TypeNumber => Number;

    public static ComputeInference Read(ref MessageReader reader) => new(reader.UInt64(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Ticket);
        writer.Bytes(Body);
    }
}
