using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>A server's channels: one request at a time on each, every voucher exactly one request above the last charge.</summary>
/// <remarks>
/// Pure apart from its own state; time comes in as Unix milliseconds. Order of a request: <see cref="Admit"/>, the
/// facilitator if asked for, the handler, then <see cref="TryCharge"/> or <see cref="Cancel"/>.
/// </remarks>
public sealed class ChannelAccounts
{
    private const long MillisecondsPerSecond = 1000;
    private const int ShortestLockSeconds = 5;
    private const int LongestLockSeconds = 600;

    private readonly SortedDictionary<Hash32, ChannelAccount> accounts = [];
    private readonly SortedDictionary<Hash32, Reservation> reservations = [];

    /// <summary>Every known channel in order of ids.</summary>
    public IEnumerable<ChannelAccount> All => accounts.Values;

    /// <summary>How long a request may hold its channel should nobody release it.</summary>
    public static long LockMilliseconds(int maxTimeoutSeconds) =>
        Math.Clamp(maxTimeoutSeconds, ShortestLockSeconds, LongestLockSeconds) * MillisecondsPerSecond;

    public ChannelAccount? Find(Hash32 channelId) => accounts.GetValueOrDefault(channelId);

    /// <summary>Judges a channel payment.</summary>
    /// <param name="payload">The client's.</param>
    /// <param name="requirements">The server's own.</param>
    /// <param name="isVoucherSigned">What <see cref="Voucher.IsSignedBy"/> said; it is asked for channels with an authorizer only.</param>
    /// <param name="onChain">The chain's view, for a channel this server does not know (it lost its memory, or the channel is new).</param>
    /// <param name="nowMilliseconds">Unix milliseconds.</param>
    public ChannelAdmission Admit(
        ChannelPayload payload,
        PaymentRequirements requirements,
        bool isVoucherSigned,
        ChannelState onChain,
        long nowMilliseconds)
    {
        if (!EvmTerms.TryRead(requirements, out EvmTerms? terms) || terms.Amount.High != 0)
        {
            return new ChannelAdmission.Refused(PaymentError.InvalidPaymentRequirements);
        }

        PaymentError? error = ChannelRules.Terms(payload, requirements, terms)
            ?? Signature(payload, isVoucherSigned)
            ?? Lock(payload.Voucher.ChannelId, requirements, nowMilliseconds);
        if (error is not null)
        {
            return new ChannelAdmission.Refused(error);
        }

        ChannelAccount account = Find(payload.Voucher.ChannelId) ?? Unknown(payload, onChain, nowMilliseconds);
        error = Cumulative(payload, account, terms.Amount.Low);
        if (error is not null)
        {
            reservations.Remove(account.ChannelId);
            return new ChannelAdmission.Refused(error, account);
        }

        return Reserve(payload, account, nowMilliseconds);
    }

    /// <summary>The facilitator found the payment valid and reported the chain's view.</summary>
    public void Synchronise(Hash32 channelId, ChannelState state, long nowMilliseconds)
    {
        if (reservations.TryGetValue(channelId, out Reservation? reservation) && reservation.Account is { } account)
        {
            reservations[channelId] = reservation with
            {
                Account = account with { State = state, SyncedAtMilliseconds = nowMilliseconds },
            };
        }
        else if (accounts.TryGetValue(channelId, out ChannelAccount? known))
        {
            accounts[channelId] = known with { State = state, SyncedAtMilliseconds = nowMilliseconds };
        }
    }

    /// <summary>The handler succeeded: charges what the request really cost and frees the channel.</summary>
    /// <returns>Null, or the refusal of a charge above what was signed; the channel is free and unchanged then.</returns>
    public PaymentError? TryCharge(Hash32 channelId, UInt128 actual, long nowMilliseconds)
    {
        if (!reservations.Remove(channelId, out Reservation? reservation) || reservation.Account is not { } account)
        {
            return PaymentError.ChannelMissingChannel;
        }

        Invariant.That(reservation.Voucher is not null);
        if ((UInt256)account.ChargedCumulative + actual > (UInt256)reservation.Voucher.MaxClaimableAmount)
        {
            return PaymentError.ChannelChargeExceedsSignedCumulative;
        }

        accounts[channelId] = account with
        {
            ChargedCumulative = account.ChargedCumulative + actual,
            Signed = reservation.Voucher,
            LastRequestMilliseconds = nowMilliseconds,
        };
        return null;
    }

    /// <summary>The handler failed, or the facilitator refused: frees the channel; the client may send the same voucher again.</summary>
    public void Cancel(Hash32 channelId) => reservations.Remove(channelId);

    private static PaymentError? Signature(ChannelPayload payload, bool isVoucherSigned) =>
        payload is VoucherPayload && !payload.Config.PayerAuthorizer.IsZero && !isVoucherSigned
            ? PaymentError.ChannelVoucherSignature
            : null;

    private static PaymentError? Cumulative(ChannelPayload payload, ChannelAccount account, UInt128 amount)
    {
        UInt256 expected = (UInt256)account.ChargedCumulative + (payload is RefundPayload ? UInt128.Zero : amount);
        return payload.Voucher.MaxClaimableAmount == expected ? null : PaymentError.ChannelCumulativeAmountMismatch;
    }

    // What earlier vouchers promised beyond the claimed sum is forfeited with the memory of them.
    private static ChannelAccount Unknown(ChannelPayload payload, ChannelState onChain, long nowMilliseconds) =>
        new(
            payload.Config,
            payload.Voucher.ChannelId,
            onChain.TotalClaimed,
            null,
            onChain,
            null,
            nowMilliseconds);

    private static PaymentError? AgainstMirror(ChannelPayload payload, ChannelAccount account) =>
        payload.Voucher.MaxClaimableAmount > account.State.Balance ? PaymentError.ChannelCumulativeExceedsBalance
        : payload.Voucher.MaxClaimableAmount <= account.State.TotalClaimed ? PaymentError.ChannelCumulativeBelowClaimed
        : null;

    private PaymentError? Lock(Hash32 channelId, PaymentRequirements requirements, long nowMilliseconds)
    {
        if (reservations.TryGetValue(channelId, out Reservation? held) && nowMilliseconds < held.UntilMilliseconds)
        {
            return PaymentError.ChannelBusy;
        }

        long until = nowMilliseconds + LockMilliseconds(requirements.MaxTimeoutSeconds);
        reservations[channelId] = new Reservation(until, null, null);
        return null;
    }

    private ChannelAdmission Reserve(ChannelPayload payload, ChannelAccount account, long nowMilliseconds)
    {
        bool decidesHere = payload is VoucherPayload
            && !payload.Config.PayerAuthorizer.IsZero
            && account.IsFresh(nowMilliseconds);
        if (decidesHere && AgainstMirror(payload, account) is { } error)
        {
            reservations.Remove(account.ChannelId);
            return new ChannelAdmission.Refused(error);
        }

        reservations[account.ChannelId] = reservations[account.ChannelId] with
        {
            Account = account,
            Voucher = payload.Voucher,
        };
        return new ChannelAdmission.Granted(account, !decidesHere);
    }

    private sealed record Reservation(long UntilMilliseconds, ChannelAccount? Account, Voucher? Voucher);
}
