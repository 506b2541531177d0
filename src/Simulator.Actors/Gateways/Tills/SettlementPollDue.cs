using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>It is time to ask the facilitator how a settlement job went.</summary>
internal sealed record SettlementPollDue(string Session) : Message, IMessage<SettlementPollDue>
{
    public static ushort Number => 121;

    public override ushort TypeNumber => Number;

    public static SettlementPollDue Read(ref MessageReader reader) => new(reader.Text());

    public override void Write(ref MessageWriter writer)
    {
        writer.Text(Session);
    }
}
