using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>The idle time or the maximum age of the batch buffer has passed.</summary>
internal sealed record FlushDue() : Message, IMessage<FlushDue>
{
    public static ushort Number => 310;

    public override ushort TypeNumber => Number;

    public static FlushDue Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
