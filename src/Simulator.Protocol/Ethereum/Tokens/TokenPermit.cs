namespace Simulator.Protocol.Ethereum;

/// <summary>A signed allowance (EIP-2612).</summary>
/// <param name="Owner">Whose tokens; signs.</param>
/// <param name="Spender">Who may move them.</param>
/// <param name="Value">The new allowance in atomic units; replaces the old one.</param>
/// <param name="Nonce">The owner's next sequential permit nonce at this token.</param>
/// <param name="Deadline">Unix seconds; still valid at the deadline itself.</param>
public sealed record TokenPermit(Address Owner, Address Spender, UInt256 Value, UInt256 Nonce, UInt256 Deadline)
{
    public static readonly Hash32 TypeHash = TypedData.TypeHash(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    public Hash32 StructHash()
    {
        StructHasher hasher = new(TypeHash);
        hasher.Add(Owner);
        hasher.Add(Spender);
        hasher.Add(Value);
        hasher.Add(Nonce);
        hasher.Add(Deadline);
        return hasher.Finish();
    }

    /// <summary>What the owner signs under the token's signing domain.</summary>
    public Hash32 Digest(TypedDataDomain token) => TypedData.Digest(token.Separator(), StructHash());
}
