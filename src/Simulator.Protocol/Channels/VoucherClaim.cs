namespace Simulator.Protocol.Channels;

/// <summary>One row of a claim: the voucher and how much of it the receiver takes in all.</summary>
/// <param name="Config">The channel's terms.</param>
/// <param name="MaxClaimableAmount">From the voucher.</param>
/// <param name="Signature">The voucher's.</param>
/// <param name="TotalClaimed">Cumulative.</param>
public sealed record VoucherClaim(ChannelConfig Config, UInt128 MaxClaimableAmount, byte[] Signature, UInt128 TotalClaimed)
{
    public ClaimEntry ToEntry(ulong chainId) => new(Config.ChannelId(chainId), MaxClaimableAmount, TotalClaimed);
}
