using Simulator.Kernel;

namespace Simulator.Actors.Users;

/// <summary>The full node did not answer a reading of the list in time.</summary>
/// <param name="Call">The user's number for the reading.</param>
internal sealed record RegistryReadTimedOut(ulong Call) : Message, IMessage<RegistryReadTimedOut>
{
    public static ushort Number => 278;

    public override ushort TypeNumber => Number;

    public static RegistryReadTimedOut Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer) => writer.UInt64(Call);
}
