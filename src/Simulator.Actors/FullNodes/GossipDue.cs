using Simulator.Kernel;

namespace Simulator.Actors.FullNodes;

/// <summary>Time to see whether anything has moved.</summary>
internal sealed record GossipDue : Message, IMessage<GossipDue>
{
    public static readonly GossipDue Instance = new();

    private GossipDue()
    {
    }

    public static ushort Number => 205;

    public override ushort TypeNumber => Number;

    public static GossipDue Read(ref MessageReader reader) => Instance;

    public override void Write(ref MessageWriter writer)
    {
    }
}
