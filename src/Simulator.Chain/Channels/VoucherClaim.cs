using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Channels;

/// <summary>
/// A payer's voucher and how much of it the receiver claims, both cumulative over the channel's life.
/// </summary>
/// <param name="Channel">The channel.</param>
/// <param name="MaxClaimableAmount">What the payer signed.</param>
/// <param name="Signature">The payer's or its authorizer's.</param>
/// <param name="TotalClaimed">What is claimed now, at most the signed amount.</param>
public sealed record VoucherClaim(
    ChannelConfig Channel, UInt128 MaxClaimableAmount, byte[] Signature, UInt128 TotalClaimed)
{
    internal static List<VoucherClaim>? ReadList(ref AbiReader arguments)
    {
        AbiReader list = arguments.List(1, out int count);
        List<VoucherClaim> claims = new(count);
        for (int i = 0; i < count; i++)
        {
            AbiReader row = list.Dynamic();
            claims.Add(new VoucherClaim(
                ChannelConfig.Read(ref row), row.Number(128).Low, row.Bytes(), row.Number(128).Low));
            if (!row.IsValid)
            {
                return null;
            }
        }

        return claims;
    }

    internal AbiWriter ToAbi() =>
        Channel.Write(new AbiWriter()).Number(MaxClaimableAmount).Bytes(Signature).Number(TotalClaimed);
}
