using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Rpc;

/// <summary>Reads what a diagnosis needs: balance, allowance to Permit2 and whether the proxy is deployed, in one multicall.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Payer">Owner of the tokens.</param>
/// <param name="Proxy">The settlement proxy.</param>
public sealed record ReadPayer(ulong Call, Address Payer, Address Proxy) : Message, IMessage<ReadPayer>
{
    public static ushort Number => 152;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(300);

    public static ReadPayer Read(ref MessageReader reader) => new(reader.UInt64(), reader.Address(), reader.Address());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Address(Payer);
        writer.Address(Proxy);
    }
}
