using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Rpc;

/// <summary>Answer to <see cref="ReadPayer"/>.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Balance">Token balance.</param>
/// <param name="Allowance">Allowance to Permit2.</param>
/// <param name="ProxyDeployed">PERMIT2() answered.</param>
public sealed record ReadPayerReply(
    ulong Call,
    UInt256 Balance,
    UInt256 Allowance,
    bool ProxyDeployed) : Message, IMessage<ReadPayerReply>
{
    public static ushort Number => 153;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(300);

    public static ReadPayerReply Read(ref MessageReader reader) => new(
        reader.UInt64(),
        reader.UInt256(),
        reader.UInt256(),
        reader.Boolean());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.UInt256(Balance);
        writer.UInt256(Allowance);
        writer.Boolean(ProxyDeployed);
    }
}
