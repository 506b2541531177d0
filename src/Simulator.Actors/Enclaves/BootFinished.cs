using Simulator.Kernel;

namespace Simulator.Actors.Enclaves;

/// <summary>The enclave has started and made its keys.</summary>
internal sealed record BootFinished() : Message, IMessage<BootFinished>
{
    public static ushort Number => 264;

    public override ushort TypeNumber => Number;

    public static BootFinished Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
