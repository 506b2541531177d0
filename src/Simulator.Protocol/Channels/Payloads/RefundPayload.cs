using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>Asks for unspent money back; the voucher charges nothing.</summary>
/// <param name="Config">The channel's terms.</param>
/// <param name="Voucher">Equal to what has been charged.</param>
/// <param name="Amount">Null for all that is available.</param>
/// <param name="Order">The server's addition on the way to the facilitator; null as the client sends it.</param>
public sealed record RefundPayload(
    ChannelConfig Config, Voucher Voucher, UInt128? Amount = null, RefundOrder? Order = null)
    : ChannelPayload(Config, Voucher)
{
    private protected override string Type => RefundType;

    private protected override void WriteRest(JsonTextWriter writer)
    {
        if (Amount is { } amount)
        {
            writer.Number("amount", amount);
        }

        Order?.Write(writer);
    }
}
