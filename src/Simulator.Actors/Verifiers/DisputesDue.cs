using Simulator.Kernel;

namespace Simulator.Actors.Verifiers;

/// <summary>It is time to look for disputes to rule on.</summary>
internal sealed record DisputesDue() : Message, IMessage<DisputesDue>
{
    public static ushort Number => 378;

    public override ushort TypeNumber => Number;

    public static DisputesDue Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
