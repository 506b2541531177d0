using Simulator.Chain.Execution;
using Simulator.Chain.Signatures;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Channels;

/// <summary>Money out of channels to receivers: claimed by vouchers, then paid out in one sum.</summary>
public sealed partial class ChannelContract
{
    private Revert? Claim(in CallContext context, IReadOnlyList<VoucherClaim> claims)
    {
        if (claims.Count == 0)
        {
            return new Revert(ChannelErrors.EmptyBatch);
        }

        foreach (VoucherClaim claim in claims)
        {
            Revert? refused = IsReceiverSide(context.Sender, claim.Channel)
                ? Process(context, claim)
                : new Revert(ChannelErrors.NotAuthorizedToClaim);
            if (refused is not null)
            {
                return refused;
            }
        }

        return null;
    }

    private Revert? Claim(in CallContext context, ClaimWithSignatureCall call)
    {
        if (call.Claims.Count == 0)
        {
            return new Revert(ChannelErrors.EmptyBatch);
        }

        Address authorizer = call.Claims[0].Channel.ReceiverAuthorizer;
        if (!Ecdsa.IsValidNow(Machine, recovery, authorizer, TypedData.ClaimBatch(call.Claims), call.Signature))
        {
            return new Revert(ChannelErrors.InvalidSignature);
        }

        foreach (VoucherClaim claim in call.Claims)
        {
            Revert? refused = claim.Channel.ReceiverAuthorizer == authorizer
                ? Process(context, claim)
                : new Revert(ChannelErrors.NotReceiverAuthorizer);
            if (refused is not null)
            {
                return refused;
            }
        }

        return null;
    }

    // An old claim is passed over before anything of it is checked, its signature included.
    private Revert? Process(in CallContext context, VoucherClaim claim)
    {
        Hash32 id = TypedData.ChannelId(claim.Channel);
        ChannelState channel = channels[id];
        if (claim.TotalClaimed <= channel.TotalClaimed)
        {
            return null;
        }

        if (claim.TotalClaimed > claim.MaxClaimableAmount)
        {
            return new Revert(ChannelErrors.ClaimExceedsCeiling);
        }

        if (claim.TotalClaimed > channel.Balance)
        {
            return new Revert(ChannelErrors.ClaimExceedsBalance);
        }

        if (CheckVoucher(id, claim) is { } invalid)
        {
            return invalid;
        }

        UInt128 added = claim.TotalClaimed - channel.TotalClaimed;
        channels[id] = channel with { TotalClaimed = claim.TotalClaimed };
        ReceiverState receiver = receivers[(claim.Channel.Receiver, claim.Channel.Token)];
        receivers[(claim.Channel.Receiver, claim.Channel.Token)] =
            receiver with { TotalClaimed = receiver.TotalClaimed + added };
        Emit(new Claimed(id, context.Sender, added, claim.TotalClaimed));
        return null;
    }

    // An authorizer is always a key: a malformed signature then has the library's own names.
    private Revert? CheckVoucher(Hash32 id, VoucherClaim claim)
    {
        Hash32 digest = TypedData.Voucher(id, claim.MaxClaimableAmount);
        if (claim.Channel.PayerAuthorizer.IsZero)
        {
            return Ecdsa.IsValidNow(Machine, recovery, claim.Channel.Payer, digest, claim.Signature)
                ? null
                : new Revert(ChannelErrors.InvalidSignature);
        }

        return Ecdsa.Recover(recovery, digest, claim.Signature, out Address signer)
            ?? (signer == claim.Channel.PayerAuthorizer ? null : new Revert(ChannelErrors.InvalidSignature));
    }

    private Revert? Settle(in CallContext context, Address receiver, Address token)
    {
        ReceiverState state = receivers[(receiver, token)];
        UInt128 due = state.TotalClaimed - state.TotalSettled;
        if (due == 0)
        {
            return null;
        }

        receivers[(receiver, token)] = state with { TotalSettled = state.TotalClaimed };
        if (Pay(context.For(TransferCause.ChannelSettlement), token, receiver, due) is { } failed)
        {
            return failed;
        }

        Emit(new ChannelSettled(receiver, token, context.Sender, due));
        return null;
    }
}
