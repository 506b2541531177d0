using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Enclaves;

/// <summary>An on-chain request is answered and signed, or does not fit into the queue.</summary>
/// <param name="Ticket">The gateway's number of this piece of work.</param>
/// <param name="Result">The signed result; empty when there is none.</param>
/// <param name="Refusal">Name of the refusal; null with a result.</param>
public sealed record PreExecutionComputed(ulong Ticket, byte[] Result, string? Refusal)
    : Message, IMessage<PreExecutionComputed>
{
    public static ushort Number => 333;

    public override ushort TypeNumber => Number;

    public static PreExecutionComputed Read(ref MessageReader reader) =>
        new(reader.UInt64(), reader.Bytes(), reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Ticket);
        writer.Bytes(Result);
        writer.OptionalText(Refusal);
    }
}
