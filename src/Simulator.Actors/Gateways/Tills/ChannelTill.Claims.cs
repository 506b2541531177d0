using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Gateways.Http;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>How the money comes out of the channels: claims in batches, one payout for all, and refunds.</summary>
internal sealed partial class ChannelTill
{
    private const string DepositPrefix = "deposit ";
    private const string RefundPrefix = "refund ";
    private const string ClaimName = "claim";
    private const string PayoutName = "payout";
    private static readonly string PayoutFailed = PaymentError.ChannelSettleTransactionFailed.Name;

    private readonly SortedDictionary<string, PendingVoucher> refunds = new(StringComparer.Ordinal);
    private IReadOnlyList<VoucherClaim> claiming = [];

    private void OnClaimDue(IActorContext context)
    {
        context.StartTimer(settings.ClaimPeriod, new ClaimDue());
        VoucherClaim[] rows =
        [
            .. accounts.All.Where(account => account.Claimable > 0 && account.Signed is not null).Select(ClaimOn),
        ];
        if (rows.Length == 0 || jobs.IsOpen(ClaimName) || jobs.IsOpen(PayoutName))
        {
            return;
        }

        claiming = rows;
        Post(ClaimName, new ClaimPayload(rows, Sign(ClaimDigest(rows))), context);
    }

    private void OnSettlementReply(SettlementReply reply, IActorContext context)
    {
        if (jobs.OnSettlementReply(reply) is { } ended)
        {
            OnEnded(ended.Name, ended.Result, context);
        }
    }

    private void OnEnded(string? name, SettleResponse? result, IActorContext context)
    {
        if (name is null)
        {
            return;
        }

        if (depositing.Remove(name, out PendingVoucher? deposit))
        {
            OnDeposited(deposit, result, context);
        }
        else if (refunds.Remove(name, out PendingVoucher? refund))
        {
            OnRefunded(refund, result, context);
        }
        else if (name == ClaimName && result is { Success: true })
        {
            OnClaimed(context);
        }
        else if (name == PayoutName)
        {
            bool isPaid = result is { Success: true };
            Hash32? transaction = isPaid && Hash32.TryParse(result!.Transaction, out Hash32 hash) ? hash : null;
            revenue.OnPaidOut(transaction, isPaid ? null : result?.ErrorReason ?? PayoutFailed, context);
        }
    }

    private void OnClaimed(IActorContext context)
    {
        foreach (VoucherClaim claim in claiming)
        {
            Hash32 channel = claim.Config.ChannelId(settings.ChainId);
            ChannelState before = StateOf(channel);
            ChannelState state = before with { TotalClaimed = claim.TotalClaimed };
            UInt128 added = claim.TotalClaimed - UInt128.Min(before.TotalClaimed, claim.TotalClaimed);
            revenue.OnClaimed(channel, claim.Config.Payer, added);
            Mirror(channel, state, context);
            context.Observe(new CapitalHeld(channel.ToString(), new OpgAmount(state.Available)));
        }

        Payout(context);
    }

    private void Payout(IActorContext context)
    {
        revenue.OnPayoutAsked();
        Post(PayoutName, new SettlePayload(settings.PayTo, Deployments.OpgToken), context);
    }

    // What was charged is claimed first, so that only unspent money goes back.
    private void Refund(PendingVoucher pending, RefundPayload refund, IActorContext context)
    {
        Hash32 channel = refund.Voucher.ChannelId;
        string name = RefundPrefix + channel;
        if (accounts.Find(channel) is not { } account || jobs.IsOpen(name))
        {
            accounts.Cancel(channel);
            return;
        }

        UInt128 rest = account.State.Balance - UInt128.Min(account.State.Balance, account.ChargedCumulative);
        if (rest == 0)
        {
            accounts.Cancel(channel);
            context.Tell(pending.Request.Client, new RefundReply(channel, true, account.ChargedCumulative));
            return;
        }

        VoucherClaim[] rows = account.Claimable > 0 && account.Signed is not null ? [ClaimOn(account)] : [];
        UInt256 nonce = account.State.RefundNonce;
        RefundOrder order = new(
            nonce,
            rows,
            Sign(ChannelTypedData.RefundDigest(settings.ChainId, channel, nonce, rest)),
            rows.Length > 0 ? Sign(ClaimDigest(rows)) : null);
        refunds[name] = pending;
        Post(name, refund with { Amount = rest, Order = order }, context);
    }

    private void OnRefunded(PendingVoucher pending, SettleResponse? result, IActorContext context)
    {
        Hash32 channel = pending.Payload.Voucher.ChannelId;
        accounts.Cancel(channel);
        if (accounts.Find(channel) is not { } account)
        {
            return;
        }

        bool isDone = result is { Success: true };
        if (isDone)
        {
            UInt128 charged = account.ChargedCumulative;
            UInt128 claimed = account.State.TotalClaimed;
            revenue.OnClaimed(channel, account.Config.Payer, charged - UInt128.Min(claimed, charged));
            Mirror(channel, new ChannelState(charged, charged, 0, account.State.RefundNonce + UInt256.One), context);
            context.Observe(new CapitalHeld(channel.ToString(), OpgAmount.Zero));
            if (!jobs.IsOpen(PayoutName))
            {
                Payout(context);
            }
        }

        context.Tell(pending.Request.Client, new RefundReply(channel, isDone, account.ChargedCumulative));
    }

    private void Post(string name, SchemePayload order, IActorContext context)
    {
        PaymentPayload payment = new(order, offer.Requirements);
        jobs.Post(
            name,
            policy.Choose(site.Calls.Next(), context),
            new FacilitatorRequest(payment, offer.Requirements),
            context);
    }

    private static VoucherClaim ClaimOn(ChannelAccount account) => new(
        account.Config,
        account.Signed!.MaxClaimableAmount,
        PayerSignature.Bytes(account.Signed.Signature),
        account.ChargedCumulative);

    private Hash32 ClaimDigest(IEnumerable<VoucherClaim> rows) =>
        ChannelTypedData.ClaimBatchDigest(settings.ChainId, [.. rows.Select(row => row.ToEntry(settings.ChainId))]);

    private string Sign(Hash32 digest) => Secp256k1.Sign(digest, settings.Key!.Value).ToString();
}
