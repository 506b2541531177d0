using System.Runtime.CompilerServices;

using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Protocol.Channels;

/// <summary>What is signed around payment channels (x402 batch settlement on EVM chains).</summary>
public static class ChannelTypedData
{
    private const string ClaimEntryType = "ClaimEntry(bytes32 channelId,uint128 maxClaimableAmount,uint128 totalClaimed)";

    public static readonly Hash32 ChannelConfigTypeHash = TypedData.TypeHash(
        "ChannelConfig(address payer,address payerAuthorizer,address receiver,address receiverAuthorizer,"
        + "address token,uint40 withdrawDelay,bytes32 salt)");

    public static readonly Hash32 VoucherTypeHash =
        TypedData.TypeHash("Voucher(bytes32 channelId,uint128 maxClaimableAmount)");

    public static readonly Hash32 RefundTypeHash =
        TypedData.TypeHash("Refund(bytes32 channelId,uint256 nonce,uint128 amount)");

    public static readonly Hash32 ClaimEntryTypeHash = TypedData.TypeHash(ClaimEntryType);

    public static readonly Hash32 ClaimBatchTypeHash =
        TypedData.TypeHash("ClaimBatch(ClaimEntry[] claims)" + ClaimEntryType);

    public static readonly Hash32 DepositWitnessTypeHash = TypedData.TypeHash("DepositWitness(bytes32 channelId)");

    /// <summary>Permit2's <c>witnessTypeString</c> of a deposit: the witness sorts before the token permissions here.</summary>
    public static readonly string DepositWitnessTypeString =
        "DepositWitness witness)DepositWitness(bytes32 channelId)" + Permit2TypedData.TokenPermissionsType;

    public static readonly Hash32 DepositPermitTypeHash =
        TypedData.TypeHash(Permit2TypedData.WitnessTransferStub + DepositWitnessTypeString);

    public static TypedDataDomain Domain(ulong chainId) =>
        new("x402 Batch Settlement", "1", chainId, Deployments.BatchSettlement);

    /// <summary>What the payer's side signs: the receiver may claim up to this amount in all.</summary>
    public static Hash32 VoucherDigest(ulong chainId, Hash32 channelId, UInt128 maxClaimableAmount)
    {
        StructHasher hasher = new(VoucherTypeHash);
        hasher.Add(channelId);
        hasher.Add((UInt256)maxClaimableAmount);
        return TypedData.Digest(Domain(chainId).Separator(), hasher.Finish());
    }

    /// <summary>What the receiver's authorizer signs to give money back.</summary>
    public static Hash32 RefundDigest(ulong chainId, Hash32 channelId, UInt256 nonce, UInt128 amount)
    {
        StructHasher hasher = new(RefundTypeHash);
        hasher.Add(channelId);
        hasher.Add(nonce);
        hasher.Add((UInt256)amount);
        return TypedData.Digest(Domain(chainId).Separator(), hasher.Finish());
    }

    /// <summary>What the receiver's authorizer signs to claim from several channels.</summary>
    public static Hash32 ClaimBatchDigest(ulong chainId, IReadOnlyList<ClaimEntry> claims)
    {
        Keccak256Sponge entries = default;
        foreach (ClaimEntry claim in claims)
        {
            Append(ref entries, StructHash(claim));
        }

        StructHasher hasher = new(ClaimBatchTypeHash);
        hasher.Add(entries.Finish());
        return TypedData.Digest(Domain(chainId).Separator(), hasher.Finish());
    }

    /// <summary>What the payer signs to Permit2 for a deposit.</summary>
    public static Hash32 DepositPermitDigest(ulong chainId, DepositPermit2Authorization authorization)
    {
        StructHasher witness = new(DepositWitnessTypeHash);
        witness.Add(authorization.ChannelId);
        StructHasher hasher = new(DepositPermitTypeHash);
        hasher.Add(Permit2TypedData.TokenPermissionsHash(authorization.Token, authorization.Amount));
        hasher.Add(authorization.Spender);
        hasher.Add(authorization.Nonce);
        hasher.Add(authorization.Deadline);
        hasher.Add(witness.Finish());
        return TypedData.Digest(Permit2TypedData.Domain(chainId).Separator(), hasher.Finish());
    }

    /// <summary>The EIP-3009 nonce of a deposit: it binds the transfer to the channel.</summary>
    [SkipLocalsInit]
    public static Hash32 DepositNonce(Hash32 channelId, Hash32 salt)
    {
        Span<byte> bytes = stackalloc byte[2 * Hash32.Length];
        channelId.CopyTo(bytes);
        salt.CopyTo(bytes[Hash32.Length..]);
        return Keccak256.Hash(bytes);
    }

    private static Hash32 StructHash(ClaimEntry claim)
    {
        StructHasher hasher = new(ClaimEntryTypeHash);
        hasher.Add(claim.ChannelId);
        hasher.Add((UInt256)claim.MaxClaimableAmount);
        hasher.Add((UInt256)claim.TotalClaimed);
        return hasher.Finish();
    }

    private static void Append(ref Keccak256Sponge sponge, Hash32 word)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Length];
        word.CopyTo(bytes);
        sponge.Append(bytes);
    }
}
