using System.Globalization;
using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Users.Purses;

/// <summary>Pays from a channel with each node.</summary>
/// <remarks>
/// It deposits once by Permit2, then signs cumulative vouchers, and has the rest refunded, or takes it by the contract where
/// the node does not answer. A server's higher figure is believed only up to what the payer has signed itself. Sends:
/// requests with vouchers, and a refund to every node when the user has asked its last question. Source: protocol facts §3.2.
/// </remarks>
internal sealed class ChannelPurse(PurseSite site) : IPurse
{
    private static readonly SimDuration BetweenRefunds = SimDuration.FromSeconds(30);

    /// <summary>Refunds that are asked of a node before the payer helps itself.</summary>
    private const int MostRefundsAsked = 3;

    private readonly SortedDictionary<Address, Channel> channels = [];
    private readonly ChannelExit? exit = site.Settings.Account is { } account ? new ChannelExit(account) : null;

    public Address Address { get; } = Secp256k1.AddressOf(site.Settings.Key);

    public void OnStarted(IActorContext context) => context.StartTimer(
        site.Settings.AsksUntil - context.Now + site.Settings.Patience, new RefundDue());

    public void OnRestarted(IActorContext context)
    {
        foreach (Channel channel in channels.Values)
        {
            (channel.Busy, channel.Depositing) = (0, 0);
            channel.Waiting.Clear();
        }

        exit?.OnRestarted(context);
        context.StartTimer(BetweenRefunds, new RefundDue());
    }

    public void Begin(OpenRequest request, IActorContext context)
    {
        if (request.Node is { } node && channels.TryGetValue(node.PayTo, out Channel? channel))
        {
            channel.Waiting.Enqueue(request.Attempt);
            Next(channel, context);
        }
        else
        {
            site.Send(request, null, null, context);
        }
    }

    public void Ask(OpenRequest request, IActorContext context) => Begin(request, context);

    // What the node charged for it nevertheless, it says with its next correction.
    public void Leave(OpenRequest request, IActorContext context)
    {
        if (channels.Values.FirstOrDefault(channel => channel.Busy == request.Attempt) is { } channel)
        {
            channel.Busy = 0;
            Next(channel, context);
        }
    }

    public string? Pay(OpenRequest request, PaymentRequired required, IActorContext context)
    {
        PaymentRequirements? option =
            required.Accepts.FirstOrDefault(option => option.Scheme == X402Protocol.BatchSettlementScheme);
        if (option is null || !Wallet.TryReadTerms(option, out PaymentTerms terms) || ConfigFor(option, terms) is not { } config)
        {
            return Wallet.NoAcceptableOption;
        }

        if (!channels.TryGetValue(terms.PayTo, out Channel? channel))
        {
            channel = new Channel(
                config, config.ChannelId(terms.ChainId), request.Node!, option, terms.Maximum.BaseUnits);
            channels.Add(terms.PayTo, channel);
        }
        else if (channel.Busy == request.Attempt)
        {
            return Correct(channel, option, request, required.Error, context);
        }

        context.Observe(new PaymentChallenged(new RequestId(context.Name, request.Attempt), terms.Maximum));
        channel.Waiting.Enqueue(request.Attempt);
        Next(channel, context);
        return null;
    }

    public void Learn(OpenRequest request, string? session, IActorContext context)
    {
        Channel? channel = channels.Values.FirstOrDefault(channel => channel.Busy == request.Attempt);
        if (channel is not null)
        {
            channel.Charged += channel.Price;
            channel.Deposited += channel.Depositing;
            (channel.Busy, channel.Depositing, channel.IsCorrected) = (0, 0, false);
            Next(channel, context);
        }
    }

    public void Resume(string session)
    {
    }

    // The deposit is there whether or not the user comes back; one channel per node is all that is kept.
    public void Forget()
    {
    }

    public bool TryReceive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case PaymentSigned message: OnSigned(message, context); return true;
            case RefundDue: OnRefundDue(context); return true;
            case RefundReply message: OnRefund(message); return true;
            default: return exit?.TryReceive(envelope, context) == true;
        }
    }

    private ChannelConfig? ConfigFor(PaymentRequirements option, PaymentTerms terms) =>
        Address.TryParse(option.ExtraText("receiverAuthorizer"), out Address authorizer)
        && ulong.TryParse(
            option.Extra?.Part("withdrawDelay")?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong delay)
            ? new ChannelConfig(Address, Address, terms.PayTo, authorizer, terms.Asset, delay, Hash32.Zero)
            : null;

    // The request under way may have ended without a word: the channel is then free again.
    private void Next(Channel channel, IActorContext context)
    {
        if (channel.Busy != 0 && site.Find(channel.Busy) is not null)
        {
            return;
        }

        (channel.Busy, channel.Depositing, channel.IsCorrected) = (0, 0, false);
        while (channel.Waiting.TryDequeue(out int attempt))
        {
            if (site.Find(attempt) is { } request && IsAt(channel, request))
            {
                channel.Busy = attempt;
                Sign(channel, request, context);
                return;
            }
        }
    }

    private void Sign(Channel channel, OpenRequest request, IActorContext context)
    {
        request.Paid = false;
        UInt128 total = channel.Charged + channel.Price;
        channel.Signed = UInt128.Max(channel.Signed, total);
        channel.Depositing = total > channel.Deposited ? DepositOf(channel) : 0;
        channel.MayHold |= channel.Depositing > 0;
        int attempt = request.Attempt;
        ulong now = (ulong)site.Settings.Clock.At(context.Now);
        UInt256 nonce = Wallet.NonceOf(context.Random, (ulong)attempt);
        (UInt128 deposit, PrivateKey key, PaymentRequirements accepted) = (channel.Depositing, site.Settings.Key, channel.Accepted);
        (ChannelConfig config, Hash32 id) = (channel.Config, channel.Id);
        context.StartJob(
            null,
            () => Header(config, id, total, deposit, nonce, now + (ulong)accepted.MaxTimeoutSeconds, key, accepted),
            site.Settings.SigningTime,
            header => new PaymentSigned(attempt, header));
    }

    // A request that waited for its turn may be tried elsewhere by now.
    private static bool IsAt(Channel channel, OpenRequest request) => request.Node?.PayTo == channel.Config.Receiver;

    // At least what the node asks for; more when its price is higher.
    private static UInt128 DepositOf(Channel channel) =>
        UInt256.TryParse(channel.Accepted.ExtraText("minDeposit"), out UInt256 least)
            ? UInt128.Max(least.Low, channel.Price)
            : channel.Price;

    private static string Header(
        ChannelConfig config,
        Hash32 id,
        UInt128 total,
        UInt128 deposit,
        UInt256 nonce,
        ulong deadline,
        PrivateKey key,
        PaymentRequirements accepted)
    {
        _ = X402Protocol.TryChainId(accepted.Network, out ulong chain);
        Voucher voucher = Voucher.Sign(chain, id, total, key);
        if (deposit == 0)
        {
            return new PaymentPayload(new VoucherPayload(config, voucher), accepted).ToHeader();
        }

        DepositPermit2Authorization unsigned = new(
            config.Payer, config.Token, deposit, Deployments.Permit2DepositCollector, nonce, deadline, id, string.Empty);
        EthereumSignature signature = Secp256k1.Sign(ChannelTypedData.DepositPermitDigest(chain, unsigned), key);
        DepositPayload payload = new(config, voucher, deposit, unsigned with { Signature = signature.ToString() });
        return new PaymentPayload(payload, accepted).ToHeader();
    }

    private void OnSigned(PaymentSigned signed, IActorContext context)
    {
        if (site.Find(signed.Attempt) is { } request
            && channels.Values.Any(channel => channel.Busy == signed.Attempt && IsAt(channel, request)))
        {
            site.Send(request, signed.Header, null, context);
        }
    }

    private string? Correct(
        Channel channel, PaymentRequirements option, OpenRequest request, string? error, IActorContext context)
    {
        bool isCorrection = UInt256.TryParse(
            option.Extra?.Part("channelState")?.Member("chargedCumulativeAmount"), out UInt256 charged);
        if (!isCorrection || channel.IsCorrected || charged > (UInt256)channel.Signed)
        {
            channel.Busy = 0;
            return error;
        }

        (channel.Charged, channel.IsCorrected) = (charged.Low, true);
        Sign(channel, request, context);
        return null;
    }

    private void OnRefundDue(IActorContext context)
    {
        Channel[] open = [.. channels.Values.Where(channel => !channel.IsRefunded && channel.MayHold)];
        foreach (Channel channel in open)
        {
            if (++channel.RefundsAsked > MostRefundsAsked && exit is not null)
            {
                exit.Begin(channel, context);
                continue;
            }

            _ = X402Protocol.TryChainId(channel.Accepted.Network, out ulong chain);
            Voucher voucher = Voucher.Sign(chain, channel.Id, channel.Charged, site.Settings.Key);
            PaymentPayload refund = new(new RefundPayload(channel.Config, voucher), channel.Accepted);
            PostInference post = new(1, [], refund.ToHeader(), null);
            KnownNode to = channel.Node;
            context.Tell(to.Gateway, to.Pin is { } pin ? new PinnedInference(pin, post) : post);
        }

        if (open.Length > 0)
        {
            context.StartTimer(BetweenRefunds, new RefundDue());
        }
    }

    private void OnRefund(RefundReply reply)
    {
        if (channels.Values.FirstOrDefault(channel => channel.Id == reply.ChannelId) is { } channel)
        {
            channel.IsRefunded |= reply.Done;
            channel.Charged = reply.Charged <= (UInt256)channel.Signed ? reply.Charged.Low : channel.Charged;
        }
    }
}
