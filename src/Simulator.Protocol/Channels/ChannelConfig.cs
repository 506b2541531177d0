using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Channels;

/// <summary>The immutable terms of a prefunded one-way payment channel; their hash is the channel's id.</summary>
/// <param name="Payer">Who funds it.</param>
/// <param name="PayerAuthorizer">The account that signs vouchers; zero leaves that to the payer itself.</param>
/// <param name="Receiver">Who is paid.</param>
/// <param name="ReceiverAuthorizer">The account that may claim and refund for the receiver; never zero.</param>
/// <param name="Token">The token.</param>
/// <param name="WithdrawDelaySeconds">How long the payer's withdrawal waits, within [900, 2592000]; uint40.</param>
/// <param name="Salt">Tells apart channels of equal terms.</param>
public sealed record ChannelConfig(
    Address Payer,
    Address PayerAuthorizer,
    Address Receiver,
    Address ReceiverAuthorizer,
    Address Token,
    ulong WithdrawDelaySeconds,
    Hash32 Salt)
{
    public const ulong MinimumWithdrawDelaySeconds = 900;
    public const ulong MaximumWithdrawDelaySeconds = 2_592_000;

    /// <summary>Who must have signed the channel's vouchers.</summary>
    public Address VoucherSigner => PayerAuthorizer.IsZero ? Payer : PayerAuthorizer;

    public bool HasWithdrawDelayInRange =>
        WithdrawDelaySeconds is >= MinimumWithdrawDelaySeconds and <= MaximumWithdrawDelaySeconds;

    /// <summary>The full EIP-712 digest of these terms under the settlement contract's domain, not the bare struct hash.</summary>
    public Hash32 ChannelId(ulong chainId) =>
        TypedData.Digest(ChannelTypedData.Domain(chainId).Separator(), StructHash());

    public Hash32 StructHash()
    {
        StructHasher hasher = new(ChannelTypedData.ChannelConfigTypeHash);
        hasher.Add(Payer);
        hasher.Add(PayerAuthorizer);
        hasher.Add(Receiver);
        hasher.Add(ReceiverAuthorizer);
        hasher.Add(Token);
        hasher.Add((UInt256)WithdrawDelaySeconds);
        hasher.Add(Salt);
        return hasher.Finish();
    }
}
