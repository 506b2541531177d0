using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Channels;

/// <summary>A channel's terms as a static tuple of call data.</summary>
internal static class ConfigArguments
{
    public const string Type = "(address,address,address,address,address,uint40,bytes32)";

    private const int WithdrawDelayBits = 40;

    public static AbiWriter Write(AbiWriter writer, ChannelConfig config) =>
        writer.Address(config.Payer)
            .Address(config.PayerAuthorizer)
            .Address(config.Receiver)
            .Address(config.ReceiverAuthorizer)
            .Address(config.Token)
            .Number(config.WithdrawDelaySeconds)
            .Word(config.Salt);

    public static ChannelConfig Read(ref AbiReader arguments) =>
        new(
            arguments.Address(),
            arguments.Address(),
            arguments.Address(),
            arguments.Address(),
            arguments.Address(),
            (ulong)arguments.Number(WithdrawDelayBits).Low,
            arguments.Word());
}
