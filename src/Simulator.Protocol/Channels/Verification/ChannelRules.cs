using System.Globalization;

using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>The checks of a channel's terms against the server's requirements, in the reference order. Null means all hold.</summary>
public static class ChannelRules
{
    public static PaymentError? Envelope(PaymentPayload payment, PaymentRequirements requirements) =>
        payment.Accepted.Scheme != X402Protocol.BatchSettlementScheme
        || requirements.Scheme != X402Protocol.BatchSettlementScheme ? PaymentError.ChannelScheme
        : payment.Accepted.Network != requirements.Network ? PaymentError.ChannelNetworkMismatch
        : payment.Payload is not ChannelPayload ? PaymentError.ChannelPayloadType
        : null;

    public static PaymentError? Terms(ChannelPayload payload, PaymentRequirements requirements, EvmTerms terms) =>
        ChannelId(payload, terms)
        ?? Receiver(payload.Config, terms)
        ?? ReceiverAuthorizer(payload.Config, requirements)
        ?? Token(payload.Config, terms)
        ?? WithdrawDelay(payload.Config, requirements);

    private static PaymentError? ChannelId(ChannelPayload payload, EvmTerms terms) =>
        payload.Config.ChannelId(terms.ChainId) == payload.Voucher.ChannelId ? null : PaymentError.ChannelIdMismatch;

    private static PaymentError? Receiver(ChannelConfig config, EvmTerms terms) =>
        config.Receiver == terms.PayTo ? null : PaymentError.ChannelReceiverMismatch;

    private static PaymentError? ReceiverAuthorizer(ChannelConfig config, PaymentRequirements requirements) =>
        Address.TryParse(requirements.ExtraText("receiverAuthorizer"), out Address required)
        && !required.IsZero
        && config.ReceiverAuthorizer == required
            ? null
            : PaymentError.ChannelReceiverAuthorizerMismatch;

    private static PaymentError? Token(ChannelConfig config, EvmTerms terms) =>
        config.Token == terms.Asset ? null : PaymentError.ChannelTokenMismatch;

    private static PaymentError? WithdrawDelay(ChannelConfig config, PaymentRequirements requirements)
    {
        // A JSON number, or absent; the delay of the terms is then only held against the range.
        string? required = requirements.Extra?.Part("withdrawDelay")?.Text;
        return required is not null && required != config.WithdrawDelaySeconds.ToString(CultureInfo.InvariantCulture)
            ? PaymentError.ChannelWithdrawDelayMismatch
            : config.HasWithdrawDelayInRange ? null : PaymentError.ChannelWithdrawDelayOutOfRange;
    }
}
