using Simulator.Kernel;

namespace Simulator.Actors.FullNodes;

/// <summary>It is time to begin the next height.</summary>
internal sealed record HeightDue() : Message, IMessage<HeightDue>
{
    public static ushort Number => 200;

    public override ushort TypeNumber => Number;

    public static HeightDue Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
