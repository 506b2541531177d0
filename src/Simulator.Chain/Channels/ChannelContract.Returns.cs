using Simulator.Chain.Execution;
using Simulator.Chain.Signatures;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Channels;

/// <summary>Unclaimed money back to payers: by the payer after a delay, by the receiver's side at once.</summary>
public sealed partial class ChannelContract
{
    private Revert? InitiateWithdraw(in CallContext context, ChannelConfig config, UInt128 amount)
    {
        if (!IsPayerSide(context.Sender, config))
        {
            return new Revert(ChannelErrors.InvalidChannel);
        }

        if (amount == 0)
        {
            return new Revert(ChannelErrors.NothingToWithdraw);
        }

        Hash32 id = TypedData.ChannelId(config);
        if (withdrawals[id].IsPending)
        {
            return new Revert(ChannelErrors.WithdrawalAlreadyPending);
        }

        if (amount > channels[id].Available)
        {
            return new Revert(ChannelErrors.WithdrawAmountExceedsAvailable);
        }

        withdrawals[id] = new PendingWithdrawal(amount, context.Block.UnixTime);
        Emit(new WithdrawInitiated(id, amount, context.Block.UnixTime + config.WithdrawDelay));
        return null;
    }

    private Revert? FinalizeWithdraw(in CallContext context, ChannelConfig config)
    {
        if (!IsPayerSide(context.Sender, config))
        {
            return new Revert(ChannelErrors.NotAuthorizedToFinalizeWithdraw);
        }

        Hash32 id = TypedData.ChannelId(config);
        PendingWithdrawal withdrawal = withdrawals[id];
        if (!withdrawal.IsPending)
        {
            return new Revert(ChannelErrors.WithdrawalNotPending);
        }

        if (context.Block.UnixTime < withdrawal.InitiatedAt + config.WithdrawDelay)
        {
            return new Revert(ChannelErrors.WithdrawDelayNotElapsed);
        }

        UInt128 paid = UInt128.Min(withdrawal.Amount, channels[id].Available);
        withdrawals[id] = default;
        channels[id] = channels[id] with { Balance = channels[id].Balance - paid };
        Emit(new WithdrawFinalized(id, context.Sender, paid));
        CloseIfEmpty(id, config);
        return paid == 0 ? null : Pay(context.For(TransferCause.ChannelWithdrawal), config.Token, config.Payer, paid);
    }

    private Revert? RefundWithSignature(in CallContext context, RefundWithSignatureCall call)
    {
        Hash32 id = TypedData.ChannelId(call.Config);
        if (call.Nonce != refundNonces[id])
        {
            return new Revert(ChannelErrors.InvalidRefundNonce);
        }

        Hash32 digest = TypedData.Refund(id, call.Nonce, call.Amount);
        return Ecdsa.IsValidNow(Machine, recovery, call.Config.ReceiverAuthorizer, digest, call.Signature)
            ? Refund(context, call.Config, call.Amount)
            : new Revert(ChannelErrors.InvalidSignature);
    }

    // The nonce advances even when nothing is left to give back, and for direct refunds too.
    private Revert? Refund(in CallContext context, ChannelConfig config, UInt128 amount)
    {
        if (amount == 0)
        {
            return new Revert(ChannelErrors.ZeroRefund);
        }

        Hash32 id = TypedData.ChannelId(config);
        refundNonces[id] += UInt256.One;
        UInt128 paid = UInt128.Min(amount, channels[id].Available);
        if (paid == 0)
        {
            return null;
        }

        channels[id] = channels[id] with { Balance = channels[id].Balance - paid };
        ReduceWithdrawal(id, paid);
        Emit(new Refunded(id, context.Sender, paid));
        CloseIfEmpty(id, config);
        return flaws.HasFlag(ContractFlaws.RefundLost)
            ? null
            : Pay(context.For(TransferCause.ChannelRefund), config.Token, config.Payer, paid);
    }

    private void ReduceWithdrawal(Hash32 id, UInt128 paid)
    {
        PendingWithdrawal pending = withdrawals[id];
        if (pending.IsPending)
        {
            withdrawals[id] = paid >= pending.Amount ? default : pending with { Amount = pending.Amount - paid };
        }
    }
}
