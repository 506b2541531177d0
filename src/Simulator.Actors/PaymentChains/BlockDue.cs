using Simulator.Kernel;

namespace Simulator.Actors.PaymentChains;

/// <summary>It is time to produce the next block.</summary>
internal sealed record BlockDue() : Message, IMessage<BlockDue>
{
    public static ushort Number => 160;

    public override ushort TypeNumber => Number;

    public static BlockDue Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
