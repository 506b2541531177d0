using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Rpc;

/// <summary>The mempool learned who signed a transaction.</summary>
/// <param name="Call">The caller's number for the broadcast.</param>
/// <param name="Broadcaster">Who sent it.</param>
/// <param name="Raw">Signed EIP-1559 transaction.</param>
/// <param name="Valid">The signature is valid.</param>
/// <param name="Sender">Recovered signer.</param>
internal sealed record SenderRecovered(
    ulong Call,
    ActorRef Broadcaster,
    byte[] Raw,
    bool Valid,
    Address Sender) : Message, IMessage<SenderRecovered>
{
    public static ushort Number => 162;

    public override ushort TypeNumber => Number;

    public static SenderRecovered Read(ref MessageReader reader) => new(
        reader.UInt64(),
        reader.Actor(),
        reader.Bytes(),
        reader.Boolean(),
        reader.Address());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Actor(Broadcaster);
        writer.Bytes(Raw);
        writer.Boolean(Valid);
        writer.Address(Sender);
    }
}
