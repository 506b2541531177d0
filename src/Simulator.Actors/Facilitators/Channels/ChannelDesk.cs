using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Rpc;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Facilitators.Channels;

/// <summary>The facilitator's part in payment channels: judges deposits and vouchers, and knows the calls of a settlement.</summary>
/// <remarks>
/// Order of a verification: the channel's state, the deposit simulated by <c>eth_call</c>, then the protocol library's
/// checks as a job. Sends: <see cref="ReadChannel"/>, <see cref="EthCall"/>, <see cref="VerifyReply"/>.
/// </remarks>
internal sealed class ChannelDesk(FacilitatorSettings settings, CallNumbers numbers, SimDuration timeout)
{
    private readonly SortedDictionary<ulong, ChannelCase> cases = [];
    private readonly Address address = Secp256k1.AddressOf(settings.Key);

    public void OnRestarted() => cases.Clear();

    public void Verify(
        ActorRef client, ulong call, FacilitatorRequest request, ChannelPayload payload, IActorContext context)
    {
        ulong number = numbers.Next();
        ChannelCase payment = new(request, payload, client, call)
        {
            Timeout = context.StartTimer(timeout, new CaseTimedOut(number)),
        };
        cases.Add(number, payment);
        context.Tell(settings.Chain, new ReadChannel(number, payload.Voucher.ChannelId, payload.Config.Payer));
    }

    public void OnState(ReadChannelReply reply, IActorContext context)
    {
        if (!cases.TryGetValue(reply.Call, out ChannelCase? payment))
        {
            return;
        }

        payment.Known = new ChannelState(
            reply.Balance.Low, reply.TotalClaimed.Low, reply.WithdrawRequestedAt, reply.RefundNonce);
        (payment.Held, payment.Allowed) = (reply.Held, reply.Allowance);
        if (payment.Payload is DepositPayload deposit)
        {
            ChannelDepositCall simulated = ChannelDepositCall.For(deposit);
            context.Tell(settings.Chain, new EthCall(reply.Call, address, simulated.Target, simulated.Encode()));
        }
        else
        {
            Check(reply.Call, payment, context);
        }
    }

    /// <returns>False for a call that is none of the desk's.</returns>
    public bool OnEthCallReply(EthCallReply reply, IActorContext context)
    {
        if (!cases.TryGetValue(reply.Call, out ChannelCase? payment))
        {
            return false;
        }

        payment.Simulated = reply.Revert is null ? SimulationResult.Passed : SimulationResult.Reverted(reply.Revert);
        Check(reply.Call, payment, context);
        return true;
    }

    public void OnChecked(ChannelChecked check, IActorContext context) => Answer(check.Case, check.Error, context);

    /// <returns>False for a case that is none of the desk's.</returns>
    public bool OnTimedOut(CaseTimedOut due, IActorContext context) =>
        Answer(due.Case, PaymentError.ChannelRpcReadFailed.Name, context);

    /// <summary>What a server's order comes to on the chain, in this order; nothing for what is no such order.</summary>
    public static IReadOnlyList<ContractCall> CallsOf(SchemePayload payload) => payload switch
    {
        DepositPayload deposit => [ChannelDepositCall.For(deposit)],
        ClaimPayload claim => [Claim(claim.Claims, claim.ClaimAuthorizerSignature)],
        SettlePayload settle => [new ChannelSettleCall(Deployments.BatchSettlement, settle.Receiver, settle.Token)],
        RefundPayload { Order: { } order, Amount: { } amount } refund =>
        [
            .. order.Claims.Count > 0 ? [Claim(order.Claims, order.ClaimAuthorizerSignature)] : Array.Empty<ContractCall>(),
            new ChannelRefundCall(
                Deployments.BatchSettlement,
                refund.Config,
                amount,
                order.RefundNonce,
                PayerSignature.Bytes(order.RefundAuthorizerSignature ?? string.Empty)),
        ],
        _ => [],
    };

    private static ChannelClaimCall Claim(IReadOnlyList<VoucherClaim> claims, string? signature) =>
        new(Deployments.BatchSettlement, claims, PayerSignature.Bytes(signature ?? string.Empty));

    /// <summary>The names of a failed settlement.</summary>
    public static PaymentError ErrorOf(SchemePayload payload) => payload switch
    {
        DepositPayload => PaymentError.ChannelDepositTransactionFailed,
        ClaimPayload => PaymentError.ChannelClaimTransactionFailed,
        SettlePayload => PaymentError.ChannelSettleTransactionFailed,
        RefundPayload => PaymentError.ChannelRefundTransactionFailed,
        _ => PaymentError.ChannelUnknownSettleAction,
    };

    private void Check(ulong number, ChannelCase payment, IActorContext context)
    {
        VerificationContext now = new((ulong)settings.Clock.At(context.Now), [address], SponsorsApprovals: false);
        context.StartJob(
            null,
            () => ChannelVerification.Verify(payment.Request.Payload, payment.Request.Requirements, now, payment).Error?.Name,
            settings.CheckingTime,
            error => new ChannelChecked(number, error));
    }

    private bool Answer(ulong number, string? error, IActorContext context)
    {
        if (!cases.Remove(number, out ChannelCase? payment))
        {
            return false;
        }

        context.CancelTimer(payment.Timeout);
        VerifyResponse response = new(error is null, error, Payer: payment.Payload.Config.Payer.ToString());
        context.Tell(payment.Client, new VerifyReply(payment.Call, JsonBody.Of(response.ToJson())));
        return true;
    }
}
