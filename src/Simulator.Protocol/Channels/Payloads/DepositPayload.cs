using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>Funds the channel and pays the first request from it.</summary>
/// <param name="Config">The channel's terms.</param>
/// <param name="Voucher">For the request that comes along.</param>
/// <param name="Amount">Deposit in atomic units.</param>
/// <param name="Authorization">How it is collected.</param>
public sealed record DepositPayload(
    ChannelConfig Config, Voucher Voucher, UInt128 Amount, DepositAuthorization Authorization)
    : ChannelPayload(Config, Voucher)
{
    private protected override string Type => DepositType;

    internal static DepositPayload ReadFrom(JsonMembers members, ChannelConfig config, Voucher voucher) =>
        new(
            config,
            voucher,
            members.Number128("amount"),
            DepositAuthorization.Read(members.Object("authorization")));

    private protected override void WriteRest(JsonTextWriter writer)
    {
        writer.Object("deposit").Number("amount", Amount).Object("authorization");
        Authorization.Write(writer);
        writer.End().End();
    }
}
