using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Channels;

/// <summary>The terms of a payment channel; they never change and name it.</summary>
/// <param name="Payer">Whose money is in it.</param>
/// <param name="PayerAuthorizer">The key that signs vouchers; zero means the payer itself.</param>
/// <param name="Receiver">Who is paid.</param>
/// <param name="ReceiverAuthorizer">Who may claim and refund for the receiver.</param>
/// <param name="Token">The token.</param>
/// <param name="WithdrawDelay">Seconds between asking for one's money back and getting it (uint40).</param>
/// <param name="Salt">Tells channels with the same terms apart.</param>
public sealed record ChannelConfig(
    Address Payer,
    Address PayerAuthorizer,
    Address Receiver,
    Address ReceiverAuthorizer,
    Address Token,
    ulong WithdrawDelay,
    Hash32 Salt)
{
    internal static ChannelConfig Read(ref AbiReader arguments) => new(
        arguments.Address(),
        arguments.Address(),
        arguments.Address(),
        arguments.Address(),
        arguments.Address(),
        (ulong)arguments.Number(40).Low,
        arguments.Word());

    internal AbiWriter Write(AbiWriter writer) =>
        writer.Address(Payer)
            .Address(PayerAuthorizer)
            .Address(Receiver)
            .Address(ReceiverAuthorizer)
            .Address(Token)
            .Number(WithdrawDelay)
            .Word(Salt);
}
