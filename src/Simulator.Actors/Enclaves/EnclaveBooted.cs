using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Enclaves;

/// <summary>The enclave is up: the gateway on its host answers TLS connections from here on.</summary>
/// <param name="Pin">SHA-256 of the TLS certificate it made at boot.</param>
public sealed record EnclaveBooted(Hash32 Pin) : Message, IMessage<EnclaveBooted>
{
    public static ushort Number => 260;

    public override ushort TypeNumber => Number;

    public static EnclaveBooted Read(ref MessageReader reader) => new(reader.Hash());

    public override void Write(ref MessageWriter writer) => writer.Hash(Pin);
}
