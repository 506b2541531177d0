using Simulator.Kernel;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>The answer that follows is not what it is sold as; nobody outside the node ever sees this.</summary>
/// <param name="Ticket">Number the gateway gave this piece of work.</param>
/// <param name="Fraud">Name in the catalogue of frauds.</param>
internal sealed record AnswerForged(ulong Ticket, string Fraud) : Message, IMessage<AnswerForged>
{
    public static ushort Number => 410;

    public override ushort TypeNumber => Number;

    public static AnswerForged Read(ref MessageReader reader) => new(reader.UInt64(), reader.Text());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Ticket);
        writer.Text(Fraud);
    }
}
