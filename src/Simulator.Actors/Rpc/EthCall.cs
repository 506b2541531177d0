using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Rpc;

/// <summary>eth_call: run a call against the latest state without keeping its effects.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Sender">msg.sender of the call.</param>
/// <param name="Contract">Called address.</param>
/// <param name="Data">Calldata.</param>
public sealed record EthCall(ulong Call, Address Sender, Address Contract, byte[] Data) : Message, IMessage<EthCall>
{
    public static ushort Number => 150;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(120 + (2 * Data.Length));

    public static EthCall Read(ref MessageReader reader) => new(
        reader.UInt64(),
        reader.Address(),
        reader.Address(),
        reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Address(Sender);
        writer.Address(Contract);
        writer.Bytes(Data);
    }
}
