using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Enclaves;

/// <summary>A compute slot is free again; the outcome goes back to the gateway.</summary>
/// <param name="Ticket">The gateway's number of this piece of work.</param>
/// <param name="Result">The signed result; empty when there is none.</param>
/// <param name="Refusal">Why there is none now; null with a result.</param>
internal sealed record PreExecutionFinished(ulong Ticket, byte[] Result, string? Refusal)
    : Message, IMessage<PreExecutionFinished>
{
    public static ushort Number => 334;

    public override ushort TypeNumber => Number;

    public static PreExecutionFinished Read(ref MessageReader reader) =>
        new(reader.UInt64(), reader.Bytes(), reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Ticket);
        writer.Bytes(Result);
        writer.OptionalText(Refusal);
    }
}
