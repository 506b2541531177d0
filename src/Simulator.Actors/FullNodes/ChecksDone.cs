using Simulator.Kernel;

namespace Simulator.Actors.FullNodes;

/// <summary>A check that may matter is done.</summary>
internal sealed record ChecksDone : Message, IMessage<ChecksDone>
{
    public static readonly ChecksDone Instance = new();

    private ChecksDone()
    {
    }

    public static ushort Number => 204;

    public override ushort TypeNumber => Number;

    public static ChecksDone Read(ref MessageReader reader) => Instance;

    public override void Write(ref MessageWriter writer)
    {
    }
}
