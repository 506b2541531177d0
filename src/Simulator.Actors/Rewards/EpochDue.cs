using Simulator.Kernel;

namespace Simulator.Actors.Rewards;

/// <summary>An epoch of the rewards programme has ended.</summary>
internal sealed record EpochDue : Message, IMessage<EpochDue>
{
    public static ushort Number => 356;

    public override ushort TypeNumber => Number;

    public static EpochDue Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
