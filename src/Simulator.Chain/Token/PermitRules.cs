using Simulator.Chain.Execution;
using Simulator.Chain.Signatures;
using Simulator.Chain.State;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Token;

/// <summary>EIP-2612: deadline, then the owner's next nonce, then the signature, in OpenZeppelin's order.</summary>
internal sealed class PermitRules(WorldState state, Address token, TokenDigests digests, ISignerRecovery recovery)
{
    private readonly StateTable<Address, UInt256> nonces = state.Table<Address, UInt256>(
        token, 4, static (w, owner) => w.Address(owner), static (w, nonce) => w.UInt256(nonce));

    public UInt256 NonceOf(Address owner) => nonces[owner];

    public Revert? Use(in BlockContext block, PermitCall permit)
    {
        if ((UInt256)block.UnixTime > permit.Deadline)
        {
            return new Revert(TokenErrors.ExpiredSignature, permit.Deadline);
        }

        UInt256 nonce = nonces[permit.Owner];
        nonces[permit.Owner] = nonce + UInt256.One;
        Hash32 digest = digests.Permit(permit.Owner, permit.Spender, permit.Value, nonce, permit.Deadline);
        if (Ecdsa.Recover(recovery, digest, permit.Signature, out Address signer) is { } refused)
        {
            return refused;
        }

        return signer == permit.Owner
            ? null
            : new Revert(TokenErrors.InvalidPermitSigner, signer.ToWord(), permit.Owner.ToWord());
    }
}
