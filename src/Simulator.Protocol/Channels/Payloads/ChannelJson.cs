using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>The parts that channel payloads share on the wire.</summary>
internal static class ChannelJson
{
    public static ChannelConfig ReadConfig(JsonMembers members) =>
        new(
            members.Address("payer"),
            members.Address("payerAuthorizer"),
            members.Address("receiver"),
            members.Address("receiverAuthorizer"),
            members.Address("token"),
            (ulong)members.Integer("withdrawDelay", 0),
            members.Hash("salt"));

    public static void WriteConfig(JsonTextWriter writer, string name, ChannelConfig config) =>
        writer.Object(name)
            .Address("payer", config.Payer)
            .Address("payerAuthorizer", config.PayerAuthorizer)
            .Address("receiver", config.Receiver)
            .Address("receiverAuthorizer", config.ReceiverAuthorizer)
            .Address("token", config.Token)
            .Integer("withdrawDelay", (long)config.WithdrawDelaySeconds)
            .Text("salt", config.Salt.ToString())
            .End();

    public static IReadOnlyList<VoucherClaim> ReadClaims(JsonMembers members, int minimum) =>
        members.List("claims", minimum, ReadClaim);

    public static void WriteClaims(JsonTextWriter writer, IReadOnlyList<VoucherClaim> claims)
    {
        writer.List("claims");
        foreach (VoucherClaim claim in claims)
        {
            writer.Object().Object("voucher");
            WriteConfig(writer, "channel", claim.Config);
            writer.Number("maxClaimableAmount", claim.MaxClaimableAmount)
                .End()
                .Text("signature", "0x" + Convert.ToHexStringLower(claim.Signature))
                .Number("totalClaimed", claim.TotalClaimed)
                .End();
        }

        writer.EndList();
    }

    private static VoucherClaim ReadClaim(JsonMembers members)
    {
        JsonMembers voucher = members.Object("voucher");
        ChannelConfig config = ReadConfig(voucher.Object("channel"));
        UInt128 maximum = voucher.Number128("maxClaimableAmount");
        Hex.TryDecode(members.HexText("signature"), out byte[] signature);
        return new VoucherClaim(config, maximum, signature, members.Number128("totalClaimed"));
    }
}
