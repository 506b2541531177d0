using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Channels;

/// <summary>One channel's line in a batch of claims.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="MaxClaimableAmount">What the payer's voucher allows in all.</param>
/// <param name="TotalClaimed">What the receiver claims in all.</param>
public readonly record struct ClaimEntry(Hash32 ChannelId, UInt128 MaxClaimableAmount, UInt128 TotalClaimed);
