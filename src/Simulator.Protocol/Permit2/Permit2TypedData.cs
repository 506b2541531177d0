using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Permit2;

/// <summary>
/// What Permit2 signatures sign (Uniswap Permit2, <c>PermitHash</c>; x402 exact and upto proxies' witnesses).
/// </summary>
public static class Permit2TypedData
{
    public const string TokenPermissionsType = "TokenPermissions(address token,uint256 amount)";
    public const string ExactWitnessType = "Witness(address to,uint256 validAfter)";
    public const string UptoWitnessType = "Witness(address to,address facilitator,uint256 validAfter)";

    /// <summary>The witness of the network's earlier proxy.</summary>
    public const string LegacyWitnessType = "Witness(address to,uint256 validAfter,bytes extra)";

    /// <summary>What Permit2 puts in front of a caller's <c>witnessTypeString</c>.</summary>
    public const string WitnessTransferStub =
        "PermitWitnessTransferFrom(TokenPermissions permitted,address spender,uint256 nonce,uint256 deadline,";

    public static readonly Hash32 TokenPermissionsTypeHash = TypedData.TypeHash(TokenPermissionsType);
    public static readonly Hash32 ExactWitnessTypeHash = TypedData.TypeHash(ExactWitnessType);
    public static readonly Hash32 UptoWitnessTypeHash = TypedData.TypeHash(UptoWitnessType);
    public static readonly Hash32 LegacyWitnessTypeHash = TypedData.TypeHash(LegacyWitnessType);

    /// <summary>The type without a witness.</summary>
    public static readonly Hash32 PlainTypeHash = TypedData.TypeHash(
        "PermitTransferFrom(TokenPermissions permitted,address spender,uint256 nonce,uint256 deadline)"
        + TokenPermissionsType);

    public static readonly Hash32 ExactTypeHash =
        TypedData.TypeHash(WitnessTransferStub + WitnessTypeString(ExactWitnessType));

    public static readonly Hash32 UptoTypeHash =
        TypedData.TypeHash(WitnessTransferStub + WitnessTypeString(UptoWitnessType));

    public static readonly Hash32 LegacyTypeHash =
        TypedData.TypeHash(WitnessTransferStub + WitnessTypeString(LegacyWitnessType));

    /// <summary>The <c>witnessTypeString</c> argument for a struct named <c>Witness</c>.</summary>
    public static string WitnessTypeString(string witnessType) =>
        $"Witness witness){TokenPermissionsType}{witnessType}";

    /// <summary>Permit2's signing domain: a name, no version.</summary>
    public static TypedDataDomain Domain(ulong chainId) => new("Permit2", null, chainId, Deployments.Permit2);

    /// <summary>
    /// The digest a payer signs: the upto type if the witness names a facilitator, the exact type otherwise.
    /// </summary>
    public static Hash32 Digest(ulong chainId, Permit2Authorization authorization) =>
        TypedData.Digest(Domain(chainId).Separator(), StructHash(authorization));

    public static Hash32 StructHash(Permit2Authorization authorization)
    {
        Hash32 typeHash = authorization.Witness.Facilitator is null ? ExactTypeHash : UptoTypeHash;
        return StructHash(typeHash, authorization, WitnessHash(authorization.Witness));
    }

    /// <summary>The struct hash for any witness type, as Permit2 computes it from the caller's arguments.</summary>
    public static Hash32 StructHash(Hash32 typeHash, Permit2Authorization authorization, Hash32 witnessHash)
    {
        StructHasher hasher = new(typeHash);
        hasher.Add(TokenPermissionsHash(authorization.Token, authorization.Amount));
        hasher.Add(authorization.Spender);
        hasher.Add(authorization.Nonce);
        hasher.Add(authorization.Deadline);
        hasher.Add(witnessHash);
        return hasher.Finish();
    }

    /// <summary>The digest under the network's earlier proxy; the witness's facilitator is not part of it.</summary>
    public static Hash32 LegacyDigest(ulong chainId, Permit2Authorization authorization, ReadOnlySpan<byte> extra) =>
        TypedData.Digest(Domain(chainId).Separator(), LegacyStructHash(authorization, extra));

    public static Hash32 LegacyStructHash(Permit2Authorization authorization, ReadOnlySpan<byte> extra)
    {
        StructHasher hasher = new(LegacyWitnessTypeHash);
        hasher.Add(authorization.Witness.To);
        hasher.Add(authorization.Witness.ValidAfter);
        hasher.AddBytes(extra);
        return StructHash(LegacyTypeHash, authorization, hasher.Finish());
    }

    /// <summary>The witness as the proxy hashes it before calling Permit2.</summary>
    public static Hash32 WitnessHash(Permit2Witness witness)
    {
        StructHasher hasher = new(witness.Facilitator is null ? ExactWitnessTypeHash : UptoWitnessTypeHash);
        hasher.Add(witness.To);
        if (witness.Facilitator is { } facilitator)
        {
            hasher.Add(facilitator);
        }

        hasher.Add(witness.ValidAfter);
        return hasher.Finish();
    }

    public static Hash32 TokenPermissionsHash(Address token, UInt256 amount)
    {
        StructHasher hasher = new(TokenPermissionsTypeHash);
        hasher.Add(token);
        hasher.Add(amount);
        return hasher.Finish();
    }
}
