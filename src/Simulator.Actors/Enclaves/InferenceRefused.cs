using Simulator.Kernel;

namespace Simulator.Actors.Enclaves;

/// <summary>The enclave does not compute this.</summary>
/// <param name="Ticket">Number the gateway gave this piece of work.</param>
/// <param name="Status">HTTP status for the client.</param>
/// <param name="Error">Name of the refusal.</param>
public sealed record InferenceRefused(ulong Ticket, ushort Status, string Error) : Message, IMessage<InferenceRefused>
{
    public static ushort Number => 132;

    public override ushort TypeNumber => Number;

    public static InferenceRefused Read(ref MessageReader reader) => new(reader.UInt64(), reader.UInt16(), reader.Text());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Ticket);
        writer.UInt16(Status);
        writer.Text(Error);
    }
}
