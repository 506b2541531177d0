using System.Text;
using Simulator.Chain.Execution;
using Simulator.Chain.Signatures;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Permit2;

/// <summary>The digest the contract itself computes: its domain has a name but no version.</summary>
internal sealed class Permit2Digests(Address permit2, ulong chainId)
{
    private const string WitnessTypeStub =
        "PermitWitnessTransferFrom(TokenPermissions permitted,address spender,uint256 nonce,uint256 deadline,";

    private static readonly Hash32 PermissionsType = StructHash.TypeHash("TokenPermissions(address token,uint256 amount)");

    private static readonly Hash32 TransferType = StructHash.TypeHash(
        "PermitTransferFrom(TokenPermissions permitted,address spender,uint256 nonce,uint256 deadline)"
        + "TokenPermissions(address token,uint256 amount)");

    private readonly Dictionary<string, Hash32> witnessTypes = new(StringComparer.Ordinal);

    public Hash32 DomainSeparator { get; } = StructHash.Of(
        StructHash.TypeHash("EIP712Domain(string name,uint256 chainId,address verifyingContract)"),
        StructHash.Text("Permit2").ToWord(),
        (UInt256)chainId,
        permit2.ToWord());

    public Hash32 Transfer(PermittedTransfer permit, Address spender) => StructHash.Digest(
        DomainSeparator,
        StructHash.Of(TransferType, Permissions(permit), spender.ToWord(), permit.Nonce, permit.Deadline));

    public Hash32 WitnessTransfer(PermittedTransfer permit, Address spender, Hash32 witness, string witnessTypeString) =>
        StructHash.Digest(
            DomainSeparator,
            StructHash.Of(
                WitnessType(witnessTypeString),
                Permissions(permit),
                spender.ToWord(),
                permit.Nonce,
                permit.Deadline,
                witness.ToWord()));

    private static UInt256 Permissions(PermittedTransfer permit) =>
        StructHash.Of(PermissionsType, permit.Token.ToWord(), permit.Amount).ToWord();

    // Bounded: what strangers pass is hashed each time, only the few types in regular use are remembered.
    private Hash32 WitnessType(string typeString)
    {
        if (witnessTypes.TryGetValue(typeString, out Hash32 known))
        {
            return known;
        }

        Hash32 hash = Keccak256.Hash(Encoding.UTF8.GetBytes(WitnessTypeStub + typeString));
        if (witnessTypes.Count < 16)
        {
            witnessTypes.Add(typeString, hash);
        }

        return hash;
    }
}
