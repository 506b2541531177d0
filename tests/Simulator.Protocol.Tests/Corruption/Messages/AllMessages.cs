namespace Simulator.Protocol.Tests.Corruption.Messages;

internal static class AllMessages
{
    public static IReadOnlyList<MessageType> Types { get; } =
    [
        .. X402Messages.Types,
        .. PaymentMessages.Types,
        .. SponsoringMessages.Types,
        .. ChannelMessages.Types,
        .. TransactionMessages.Types,
        .. CallMessages.Types,
        .. AttestationMessages.Types,
        .. ResponseMessages.Types,
        .. OhttpMessages.Types,
        .. SettlementMessages.Types,
        .. ReceiptMessages.Types,
    ];
}
