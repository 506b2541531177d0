using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Verification;

/// <summary>It is time to post commitments, and to ask what became of earlier ones.</summary>
internal sealed record CommitmentsDue() : Message, IMessage<CommitmentsDue>
{
    public static ushort Number => 373;

    public override ushort TypeNumber => Number;

    public static CommitmentsDue Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
