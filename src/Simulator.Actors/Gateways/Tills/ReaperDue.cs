using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>It is time to look for sessions to settle.</summary>
internal sealed record ReaperDue() : Message, IMessage<ReaperDue>
{
    public static ushort Number => 120;

    public override ushort TypeNumber => Number;

    public static ReaperDue Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
