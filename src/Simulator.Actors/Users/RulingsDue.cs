using Simulator.Kernel;

namespace Simulator.Actors.Users;

/// <summary>It is time to read again what full nodes have ruled about answers.</summary>
internal sealed record RulingsDue() : Message, IMessage<RulingsDue>
{
    public static ushort Number => 442;

    public override ushort TypeNumber => Number;

    public static RulingsDue Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
