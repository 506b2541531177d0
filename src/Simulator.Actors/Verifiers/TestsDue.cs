using Simulator.Kernel;

namespace Simulator.Actors.Verifiers;

/// <summary>It is time to plant tests, and to reveal earlier ones.</summary>
internal sealed record TestsDue() : Message, IMessage<TestsDue>
{
    public static ushort Number => 386;

    public override ushort TypeNumber => Number;

    public static TestsDue Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
