using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Channels;

/// <summary>What payers and receivers of channels sign (x402 batch settlement on EVM chains).</summary>
public sealed class ChannelTypedData
{
    private const string EntryType = "ClaimEntry(bytes32 channelId,uint128 maxClaimableAmount,uint128 totalClaimed)";

    private static readonly Hash32 ConfigTypeHash = TypedData.TypeHash(
        "ChannelConfig(address payer,address payerAuthorizer,address receiver,address receiverAuthorizer,address token,"
        + "uint40 withdrawDelay,bytes32 salt)");

    private static readonly Hash32 VoucherTypeHash =
        TypedData.TypeHash("Voucher(bytes32 channelId,uint128 maxClaimableAmount)");

    private static readonly Hash32 RefundTypeHash =
        TypedData.TypeHash("Refund(bytes32 channelId,uint256 nonce,uint128 amount)");

    private static readonly Hash32 EntryTypeHash = TypedData.TypeHash(EntryType);
    private static readonly Hash32 BatchTypeHash = TypedData.TypeHash("ClaimBatch(ClaimEntry[] claims)" + EntryType);

    public ChannelTypedData(ulong chainId) =>
        DomainSeparator = new TypedDataDomain(
            "x402 Batch Settlement", "1", chainId, Deployments.BatchSettlement).Separator();

    public Hash32 DomainSeparator { get; }

    /// <summary>
    /// A channel's id is the digest of its terms under this chain's contract, not the bare struct hash.
    /// </summary>
    public Hash32 ChannelId(ChannelConfig config) => TypedData.Digest(DomainSeparator, StructHash(config));

    /// <summary>What the payer signs: the receiver may claim up to this much in all.</summary>
    public Hash32 Voucher(Hash32 channelId, UInt128 maxClaimableAmount)
    {
        StructHasher hasher = new(VoucherTypeHash);
        hasher.Add(channelId);
        hasher.Add((UInt256)maxClaimableAmount);
        return TypedData.Digest(DomainSeparator, hasher.Finish());
    }

    /// <summary>What the receiver's authorizer signs to give unclaimed money back.</summary>
    public Hash32 Refund(Hash32 channelId, UInt256 nonce, UInt128 amount)
    {
        StructHasher hasher = new(RefundTypeHash);
        hasher.Add(channelId);
        hasher.Add(nonce);
        hasher.Add((UInt256)amount);
        return TypedData.Digest(DomainSeparator, hasher.Finish());
    }

    /// <summary>What the receivers' authorizer signs so that anybody may hand in its claims.</summary>
    public Hash32 ClaimBatch(IEnumerable<VoucherClaim> claims)
    {
        byte[] entries = [.. claims.SelectMany(claim => EntryHash(claim).ToArray())];
        StructHasher hasher = new(BatchTypeHash);
        hasher.AddBytes(entries);
        return TypedData.Digest(DomainSeparator, hasher.Finish());
    }

    public static Hash32 StructHash(ChannelConfig config)
    {
        StructHasher hasher = new(ConfigTypeHash);
        hasher.Add(config.Payer);
        hasher.Add(config.PayerAuthorizer);
        hasher.Add(config.Receiver);
        hasher.Add(config.ReceiverAuthorizer);
        hasher.Add(config.Token);
        hasher.Add((UInt256)config.WithdrawDelay);
        hasher.Add(config.Salt);
        return hasher.Finish();
    }

    private Hash32 EntryHash(VoucherClaim claim)
    {
        StructHasher hasher = new(EntryTypeHash);
        hasher.Add(ChannelId(claim.Channel));
        hasher.Add((UInt256)claim.MaxClaimableAmount);
        hasher.Add((UInt256)claim.TotalClaimed);
        return hasher.Finish();
    }
}
