using Simulator.Kernel;

namespace Simulator.Actors.Verifiers;

/// <summary>It is time to post to the verification contract, and to read what it says.</summary>
internal sealed record ContractDue() : Message, IMessage<ContractDue>
{
    public static ushort Number => 376;

    public override ushort TypeNumber => Number;

    public static ContractDue Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
