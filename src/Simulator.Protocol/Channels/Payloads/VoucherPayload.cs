using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>Pays one request with a voucher; nothing goes to the chain.</summary>
public sealed record VoucherPayload(ChannelConfig Config, Voucher Voucher) : ChannelPayload(Config, Voucher)
{
    private protected override string Type => VoucherType;

    private protected override void WriteRest(JsonTextWriter writer)
    {
    }
}
