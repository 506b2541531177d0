using System.Globalization;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Network;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>Payment from prefunded channels (x402 <c>batch-settlement</c>): vouchers are checked here, claimed in batches later.</summary>
/// <remarks>
/// A deposit is verified and settled through a facilitator before its first request is served; later vouchers are judged
/// against the mirrored state. The node is its own receiver authorizer, so that any facilitator may hand in its claims.
/// Source: protocol facts §3.2. Sends: <see cref="PaymentRequiredReply"/>, <see cref="PostVerify"/>,
/// <see cref="RefundReply"/>, and what <see cref="JobFollower"/> sends.
/// </remarks>
internal sealed partial class ChannelTill : ITill
{
    private const long MillisecondsPerSecond = 1_000;

    private readonly TillSite site;
    private readonly GatewaySettings settings;
    private readonly PlainOffer offer;
    private readonly FacilitatorPolicy policy;
    private readonly JobFollower jobs;
    private readonly ChannelAccounts accounts = new();
    private readonly ChannelRevenue revenue = new();
    private readonly SortedDictionary<ulong, PendingVoucher> checking = [];
    private readonly SortedDictionary<string, PendingVoucher> depositing = new(StringComparer.Ordinal);

    public ChannelTill(TillSite site)
    {
        this.site = site;
        settings = site.Settings;
        offer = new PlainOffer(settings, X402Protocol.BatchSettlementScheme, Extra(settings));
        policy = new FacilitatorPolicy(settings);
        jobs = new JobFollower(site.Calls, policy);
    }

    public void OnStarted(IActorContext context) => context.StartTimer(settings.ClaimPeriod, new ClaimDue());

    public void OnRestarted(IActorContext context)
    {
        foreach (PendingVoucher lost in checking.Values.Concat(depositing.Values))
        {
            accounts.Cancel(lost.Payload.Voucher.ChannelId);
        }

        checking.Clear();
        depositing.Clear();
        jobs.Clear();
        claiming = [];
        refunds.Clear();
        context.StartTimer(settings.ClaimPeriod, new ClaimDue());
    }

    public void Admit(HeldRequest request, PostInference post, IActorContext context)
    {
        if (post.PaymentSignature is not { } header
            || !PaymentPayload.FromHeader(header).TryGet(out PaymentPayload? payment)
            || payment.Payload is not ChannelPayload payload)
        {
            offer.Challenge(request, PaymentOffer.PaymentRequiredError, context);
            return;
        }

        ulong call = site.Calls.Next();
        ulong chain = settings.ChainId;
        checking.Add(call, new PendingVoucher(request, payment, payload));
        context.StartJob(
            null,
            () => payload.Voucher.IsSignedBy(payload.Config.VoucherSigner, chain),
            settings.CheckingTime,
            valid => new ProofChecked(call, valid));
    }

    public Charged Charge(HeldRequest request, Admission admission, OpgAmount price, IActorContext context)
    {
        Hash32 channel = ((OpenChannel)admission).Channel;
        PaymentError? refused = accounts.TryCharge(channel, price.BaseUnits, Milliseconds(context));
        context.Observe(new SessionCharged(channel.ToString(), request.Id, price, refused is null));
        if (refused is null)
        {
            revenue.OnCharged(channel, context.Now);
        }

        return new Charged(refused is null ? price : OpgAmount.Zero, null);
    }

    public string? SessionOf(Admission admission) => null;

    public void Answered(Admission admission, IActorContext context)
    {
    }

    public void Abort(Admission admission, IActorContext context) => accounts.Cancel(((OpenChannel)admission).Channel);

    public bool TryReceive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case ProofChecked check: OnProofChecked(check, context); return true;
            case VerifyReply reply: OnVerifyReply(reply, context); return true;
            case ClaimDue: OnClaimDue(context); return true;
            case SettleReply reply: OnEnded(jobs.OnSettleReply(reply), null, context); return true;
            case SettlementPollDue due: OnEnded(jobs.OnPollDue(due, context), null, context); return true;
            case SettlementReply reply: OnSettlementReply(reply, context); return true;
            default: return false;
        }
    }

    private void OnProofChecked(ProofChecked check, IActorContext context)
    {
        if (!checking.Remove(check.Call, out PendingVoucher? pending))
        {
            return;
        }

        if (!check.Valid)
        {
            Refuse(pending, PaymentError.ChannelVoucherSignature.Name, null, context);
            return;
        }

        switch (accounts.Admit(pending.Payload, offer.Requirements, check.Valid, ChannelState.Empty, Milliseconds(context)))
        {
            case ChannelAdmission.Refused refused: Refuse(pending, refused.Error.Name, refused.Corrective, context); break;
            case ChannelAdmission.Granted when pending.Payload is RefundPayload refund: Refund(pending, refund, context); break;
            case ChannelAdmission.Granted { AskFacilitator: true }: Ask(pending, context); break;
            default: Serve(pending, context); break;
        }
    }

    private void Ask(PendingVoucher pending, IActorContext context)
    {
        ulong call = site.Calls.Next();
        pending.Facilitator = policy.Choose(call, context);
        checking.Add(call, pending);
        FacilitatorRequest request = new(pending.Payment, offer.Requirements);
        context.Tell(pending.Facilitator.Actor, new PostVerify(call, JsonBody.Of(request.ToJson())));
    }

    private void OnVerifyReply(VerifyReply reply, IActorContext context)
    {
        if (!checking.Remove(reply.Call, out PendingVoucher? pending))
        {
            return;
        }

        bool isRead = VerifyResponse.FromJson(reply.Body).TryGet(out VerifyResponse? response);
        string? refusal = !isRead ? PaymentError.UnexpectedVerifyError.Name
            : response!.IsValid ? null
            : response.InvalidReason ?? PaymentError.UnexpectedVerifyError.Name;
        context.Observe(new PaymentVerified(pending.Request.Id, pending.Facilitator!.Name, refusal));
        if (refusal is not null)
        {
            accounts.Cancel(pending.Payload.Voucher.ChannelId);
            Refuse(pending, refusal, null, context);
        }
        else if (pending.Payload is DepositPayload)
        {
            string name = DepositPrefix + pending.Payload.Voucher.ChannelId;
            depositing[name] = pending;
            jobs.Post(name, pending.Facilitator, new FacilitatorRequest(pending.Payment, offer.Requirements), context);
        }
        else
        {
            Mirror(pending.Payload.Voucher.ChannelId, StateOf(pending.Payload.Voucher.ChannelId), context);
            Serve(pending, context);
        }
    }

    // The client is served once its deposit stands on the chain.
    private void OnDeposited(PendingVoucher pending, SettleResponse? result, IActorContext context)
    {
        DepositPayload deposit = (DepositPayload)pending.Payload;
        Hash32 channel = deposit.Voucher.ChannelId;
        if (result is not { Success: true })
        {
            accounts.Cancel(channel);
            Refuse(pending, result?.ErrorReason ?? PaymentError.ChannelDepositTransactionFailed.Name, null, context);
            return;
        }

        ChannelState before = StateOf(channel);
        Mirror(channel, before with { Balance = before.Balance + deposit.Amount }, context);
        context.Observe(new CapitalHeld(
            channel.ToString(), new OpgAmount(before.Balance + deposit.Amount - before.TotalClaimed)));
        Serve(pending, context);
    }

    private void Serve(PendingVoucher pending, IActorContext context) =>
        site.Serve(
            pending.Request,
            new OpenChannel(pending.Payload.Voucher.ChannelId, settings.Facilitators[0], settings.PayTo),
            context);

    private void Refuse(PendingVoucher pending, string error, ChannelAccount? corrective, IActorContext context)
    {
        if (pending.Payload is RefundPayload)
        {
            UInt128 charged = accounts.Find(pending.Payload.Voucher.ChannelId)?.ChargedCumulative ?? 0;
            context.Tell(pending.Request.Client, new RefundReply(pending.Payload.Voucher.ChannelId, false, charged));
            return;
        }

        offer.Challenge(pending.Request, error, context, corrective?.CorrectiveExtra());
    }

    private ChannelState StateOf(Hash32 channel) => accounts.Find(channel)?.State ?? ChannelState.Empty;

    private void Mirror(Hash32 channel, ChannelState state, IActorContext context) =>
        accounts.Synchronise(channel, state, Milliseconds(context));

    private long Milliseconds(IActorContext context) => settings.Clock.At(context.Now) * MillisecondsPerSecond;

    private static JsonText Extra(GatewaySettings settings) => JsonText.Parse(string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"name":"{{Deployments.OpgTokenDomain.Name}}","version":"{{Deployments.OpgTokenDomain.Version}}","assetTransferMethod":"permit2",
         "receiverAuthorizer":"{{settings.PayTo}}","withdrawDelay":{{ChannelConfig.MinimumWithdrawDelaySeconds}},
         "minDeposit":"{{settings.Maximum.BaseUnits}}"}
        """));

    private sealed class OpenChannel(Hash32 channel, KnownFacilitator facilitator, Address spender)
        : Admission(facilitator, spender)
    {
        public Hash32 Channel => channel;
    }

    private sealed class PendingVoucher(HeldRequest request, PaymentPayload payment, ChannelPayload payload)
    {
        public HeldRequest Request => request;

        public PaymentPayload Payment => payment;

        public ChannelPayload Payload => payload;

        public KnownFacilitator? Facilitator { get; set; }
    }
}
