using Simulator.Kernel;

namespace Simulator.Actors.Facilitators;

/// <summary>A settlement that was held back, or is to be tried again, may be looked at now.</summary>
internal sealed record JobReleased : Message, IMessage<JobReleased>
{
    public static ushort Number => 340;

    public override ushort TypeNumber => Number;

    public static JobReleased Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
