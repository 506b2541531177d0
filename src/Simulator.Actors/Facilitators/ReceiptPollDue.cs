using Simulator.Kernel;

namespace Simulator.Actors.Facilitators;

/// <summary>It is time to ask for a transaction receipt again.</summary>
internal sealed record ReceiptPollDue(ulong Case) : Message, IMessage<ReceiptPollDue>
{
    public static ushort Number => 172;

    public override ushort TypeNumber => Number;

    public static ReceiptPollDue Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Case);
    }
}
