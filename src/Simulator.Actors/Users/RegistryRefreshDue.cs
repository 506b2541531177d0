using Simulator.Kernel;

namespace Simulator.Actors.Users;

/// <summary>It is time to read the list of active enclaves again.</summary>
internal sealed record RegistryRefreshDue() : Message, IMessage<RegistryRefreshDue>
{
    public static ushort Number => 277;

    public override ushort TypeNumber => Number;

    public static RegistryRefreshDue Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
