using Simulator.Kernel;

namespace Simulator.Actors.Transactions;

/// <summary>It is time to ask for a transaction's receipt again.</summary>
/// <param name="Case">The sender's number for it.</param>
internal sealed record ConfirmationDue(ulong Case) : Message, IMessage<ConfirmationDue>
{
    public static ushort Number => 275;

    public override ushort TypeNumber => Number;

    public static ConfirmationDue Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer) => writer.UInt64(Case);
}
