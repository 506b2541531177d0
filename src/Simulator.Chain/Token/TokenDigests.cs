using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Token;

/// <summary>What holders of a token sign, under the token's domain.</summary>
internal sealed class TokenDigests(TokenSettings token, ulong chainId)
{
    private readonly TypedDataDomain domain = token.Domain(chainId);

    public Hash32 Permit(Address owner, Address spender, UInt256 value, UInt256 nonce, UInt256 deadline) =>
        new TokenPermit(owner, spender, value, nonce, deadline).Digest(domain);

    public Hash32 Transfer(TransferAuthorization terms) => terms.TransferDigest(domain);

    public Hash32 Receive(TransferAuthorization terms) => terms.ReceiveDigest(domain);

    public Hash32 Cancel(Address authorizer, Hash32 nonce) =>
        TransferAuthorization.CancelDigest(domain, authorizer, nonce);
}
