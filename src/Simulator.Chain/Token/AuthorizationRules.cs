using Simulator.Chain.Execution;
using Simulator.Chain.Signatures;
using Simulator.Chain.State;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Token;

/// <summary>EIP-3009: times, then the nonce, then the signature, as the reference token checks them.</summary>
/// <remarks>
/// A used nonce is forgotten <c>keepUsedSeconds</c> after its authorization expired: the same authorization would be
/// refused as expired first. A cancelled one names no time and is kept.
/// </remarks>
internal sealed class AuthorizationRules
{
    private readonly TokenDigests digests;
    private readonly ISignerRecovery recovery;
    private readonly ulong keepUsedSeconds;
    private readonly StateTable<(Address Authorizer, Hash32 Nonce), bool> used;
    private readonly StateSchedule<(Address Authorizer, Hash32 Nonce)> expiry;

    public AuthorizationRules(
        WorldState state, Address token, TokenDigests digests, ISignerRecovery recovery, ulong keepUsedSeconds)
    {
        this.digests = digests;
        this.recovery = recovery;
        this.keepUsedSeconds = keepUsedSeconds;
        used = state.Table<(Address Authorizer, Hash32 Nonce), bool>(
            token, 5, WriteKey, static (w, flag) => w.Boolean(flag));
        expiry = state.Schedule<(Address Authorizer, Hash32 Nonce)>();
    }

    public bool IsUsed(Address authorizer, Hash32 nonce) => used[(authorizer, nonce)];

    public Revert? Use(in BlockContext block, TransferAuthorization terms, byte[] proof, Hash32 digest)
    {
        if ((UInt256)block.UnixTime <= terms.ValidAfter)
        {
            return SolidityErrors.Message(TokenErrors.AuthorizationNotYetValid);
        }

        if ((UInt256)block.UnixTime >= terms.ValidBefore)
        {
            return SolidityErrors.Message(TokenErrors.AuthorizationExpired);
        }

        if (CheckUnusedAndSigned(terms.From, terms.Nonce, digest, proof) is { } refused)
        {
            return refused;
        }

        used[(terms.From, terms.Nonce)] = true;
        expiry.Add(ForgetAt(terms.ValidBefore), (terms.From, terms.Nonce));
        return null;
    }

    public Revert? Cancel(CancelAuthorizationCall call)
    {
        Hash32 digest = digests.Cancel(call.Authorizer, call.Nonce);
        if (CheckUnusedAndSigned(call.Authorizer, call.Nonce, digest, call.Signature) is { } refused)
        {
            return refused;
        }

        used[(call.Authorizer, call.Nonce)] = true;
        return null;
    }

    public void Prune(ulong now)
    {
        while (expiry.TryTakeBefore(now, out (Address Authorizer, Hash32 Nonce) key))
        {
            used[key] = false;
        }
    }

    private static void WriteKey(SlotWriter writer, (Address Authorizer, Hash32 Nonce) key)
    {
        writer.Address(key.Authorizer);
        writer.Hash(key.Nonce);
    }

    private Revert? CheckUnusedAndSigned(Address authorizer, Hash32 nonce, Hash32 digest, byte[] proof)
    {
        if (IsUsed(authorizer, nonce))
        {
            return SolidityErrors.Message(TokenErrors.AuthorizationUsed);
        }

        bool signed = proof.Length == EthereumSignature.Length
            && EthereumSignature.TryParse(proof, out EthereumSignature signature)
            && recovery.TryRecover(digest, signature, out Address signer)
            && signer == authorizer;
        return signed ? null : SolidityErrors.Message(TokenErrors.AuthorizationSignatureInvalid);
    }

    private ulong ForgetAt(UInt256 validBefore)
    {
        ulong expires = validBefore.ToTimeSaturating();
        return expires > ulong.MaxValue - keepUsedSeconds ? ulong.MaxValue : expires + keepUsedSeconds;
    }
}
