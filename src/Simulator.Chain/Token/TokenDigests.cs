using Simulator.Chain.Execution;
using Simulator.Chain.Signatures;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Token;

/// <summary>What holders of a token sign: the EIP-712 digests of EIP-2612 and EIP-3009 under the token's domain.</summary>
public sealed class TokenDigests(TokenSettings token, ulong chainId)
{
    private static readonly Hash32 PermitType = StructHash.TypeHash(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    private static readonly Hash32 TransferType = StructHash.TypeHash(
        "TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)");

    private static readonly Hash32 ReceiveType = StructHash.TypeHash(
        "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)");

    private static readonly Hash32 CancelType = StructHash.TypeHash(
        "CancelAuthorization(address authorizer,bytes32 nonce)");

    public Hash32 DomainSeparator { get; } = StructHash.Domain(token.Name, token.Version, chainId, token.Address);

    public Hash32 Permit(Address owner, Address spender, UInt256 value, UInt256 nonce, UInt256 deadline) =>
        Digest(StructHash.Of(PermitType, owner.ToWord(), spender.ToWord(), value, nonce, deadline));

    public Hash32 Transfer(Authorization terms) => Digest(Hash(TransferType, terms));

    public Hash32 Receive(Authorization terms) => Digest(Hash(ReceiveType, terms));

    public Hash32 Cancel(Address authorizer, Hash32 nonce) =>
        Digest(StructHash.Of(CancelType, authorizer.ToWord(), nonce.ToWord()));

    private static Hash32 Hash(Hash32 type, Authorization terms) => StructHash.Of(
        type,
        terms.From.ToWord(),
        terms.To.ToWord(),
        terms.Value,
        terms.ValidAfter,
        terms.ValidBefore,
        terms.Nonce.ToWord());

    private Hash32 Digest(Hash32 structHash) => StructHash.Digest(DomainSeparator, structHash);
}
