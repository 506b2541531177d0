using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>What a client pays with on a channel: always its terms and a voucher. A closed family.</summary>
/// <param name="Config">The channel's terms.</param>
/// <param name="Voucher">The newest voucher.</param>
public abstract record ChannelPayload(ChannelConfig Config, Voucher Voucher) : SchemePayload
{
    internal const string TypeMember = "type";
    internal const string DepositType = "deposit";
    internal const string VoucherType = "voucher";
    internal const string RefundType = "refund";

    private protected abstract string Type { get; }

    internal static ChannelPayload? ReadFrom(JsonMembers members)
    {
        string type = members.Text(TypeMember);
        ChannelConfig config = ChannelJson.ReadConfig(members.Object("channelConfig"));
        Voucher voucher = Voucher.Read(members.Object("voucher"));
        return type switch
        {
            DepositType => DepositPayload.ReadFrom(members.Object("deposit"), config, voucher),
            VoucherType => new VoucherPayload(config, voucher),
            RefundType => new RefundPayload(
                config,
                voucher,
                members.Has("amount") ? members.Number128("amount") : null,
                RefundOrder.ReadFrom(members)),
            _ => null,
        };
    }

    internal override void Write(JsonTextWriter writer, string name)
    {
        writer.Object(name).Text(TypeMember, Type);
        ChannelJson.WriteConfig(writer, "channelConfig", Config);
        Voucher.Write(writer, "voucher");
        WriteRest(writer);
        writer.End();
    }

    private protected abstract void WriteRest(JsonTextWriter writer);
}
