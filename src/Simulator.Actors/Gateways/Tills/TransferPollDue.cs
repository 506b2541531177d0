using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>It is time to look for a transfer again.</summary>
/// <param name="Call">The gateway's number for it.</param>
internal sealed record TransferPollDue(ulong Call) : Message, IMessage<TransferPollDue>
{
    public static ushort Number => 344;

    public override ushort TypeNumber => Number;

    public static TransferPollDue Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer) => writer.UInt64(Call);
}
