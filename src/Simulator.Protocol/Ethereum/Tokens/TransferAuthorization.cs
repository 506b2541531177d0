namespace Simulator.Protocol.Ethereum;

/// <summary>A signed order to a token to move value (EIP-3009).</summary>
/// <param name="From">The payer, who signs.</param>
/// <param name="To">The recipient.</param>
/// <param name="Value">Atomic units of the token.</param>
/// <param name="ValidAfter">Unix seconds; valid strictly after.</param>
/// <param name="ValidBefore">Unix seconds; valid strictly before.</param>
/// <param name="Nonce">Any 32 bytes the payer has not used with this token.</param>
public sealed record TransferAuthorization(
    Address From, Address To, UInt256 Value, UInt256 ValidAfter, UInt256 ValidBefore, Hash32 Nonce)
{
    private const string Members =
        "(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)";

    /// <summary>Anybody may submit <c>transferWithAuthorization</c>.</summary>
    public static readonly Hash32 TransferTypeHash = TypedData.TypeHash("TransferWithAuthorization" + Members);

    /// <summary>Only the recipient may submit <c>receiveWithAuthorization</c>.</summary>
    public static readonly Hash32 ReceiveTypeHash = TypedData.TypeHash("ReceiveWithAuthorization" + Members);

    /// <summary>Type hash of the order that voids an unused nonce.</summary>
    public static readonly Hash32 CancelTypeHash =
        TypedData.TypeHash("CancelAuthorization(address authorizer,bytes32 nonce)");

    /// <summary>What the authorizer signs to void a nonce.</summary>
    public static Hash32 CancelDigest(TypedDataDomain token, Address authorizer, Hash32 nonce)
    {
        StructHasher hasher = new(CancelTypeHash);
        hasher.Add(authorizer);
        hasher.Add(nonce);
        return TypedData.Digest(token.Separator(), hasher.Finish());
    }

    public Hash32 TransferStructHash() => StructHash(TransferTypeHash);

    public Hash32 TransferDigest(TypedDataDomain token) => TypedData.Digest(token.Separator(), TransferStructHash());

    public Hash32 ReceiveDigest(TypedDataDomain token) =>
        TypedData.Digest(token.Separator(), StructHash(ReceiveTypeHash));

    private Hash32 StructHash(Hash32 typeHash)
    {
        StructHasher hasher = new(typeHash);
        hasher.Add(From);
        hasher.Add(To);
        hasher.Add(Value);
        hasher.Add(ValidAfter);
        hasher.Add(ValidBefore);
        hasher.Add(Nonce);
        return hasher.Finish();
    }
}
