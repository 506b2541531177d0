namespace Simulator.Protocol.Ethereum;

/// <summary>
/// Whose signature scheme this is: contract, chain, name and, where the contract has one, version (EIP-712).
/// </summary>
/// <param name="Name">The contract's signing name, for a token usually its name.</param>
/// <param name="Version">Null for domains without the member, such as Permit2's.</param>
/// <param name="ChainId">EIP-155 chain id.</param>
/// <param name="VerifyingContract">The contract that will check the signature.</param>
public sealed record TypedDataDomain(string Name, string? Version, UInt256 ChainId, Address VerifyingContract)
{
    private static readonly Hash32 WithVersion = TypedData.TypeHash(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

    private static readonly Hash32 WithoutVersion = TypedData.TypeHash(
        "EIP712Domain(string name,uint256 chainId,address verifyingContract)");

    /// <summary>The domain's struct hash.</summary>
    public Hash32 Separator()
    {
        StructHasher hasher = new(Version is null ? WithoutVersion : WithVersion);
        hasher.AddText(Name);
        if (Version is not null)
        {
            hasher.AddText(Version);
        }

        hasher.Add(ChainId);
        hasher.Add(VerifyingContract);
        return hasher.Finish();
    }
}
