using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Channels;

/// <summary>A channel payment has been verified.</summary>
/// <param name="Case">The facilitator's number for it.</param>
/// <param name="Error">The protocol's error name, or null when it is good.</param>
internal sealed record ChannelChecked(ulong Case, string? Error) : Message, IMessage<ChannelChecked>
{
    public static ushort Number => 352;

    public override ushort TypeNumber => Number;

    public static ChannelChecked Read(ref MessageReader reader) => new(reader.UInt64(), reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Case);
        writer.OptionalText(Error);
    }
}
