using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Rpc;

/// <summary>eth_sendRawTransaction.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Raw">Signed EIP-1559 transaction.</param>
public sealed record SendRawTransaction(ulong Call, byte[] Raw) : Message, IMessage<SendRawTransaction>
{
    public static ushort Number => 154;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(80 + (2 * Raw.Length));

    public static SendRawTransaction Read(ref MessageReader reader) => new(reader.UInt64(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Bytes(Raw);
    }
}
