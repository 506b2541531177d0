using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Channels;

/// <summary>The settlement contract's <c>refund</c>, or <c>refundWithSignature</c> when the receiver's authorizer signed it.</summary>
/// <param name="Target">The contract.</param>
/// <param name="Config">The channel's terms.</param>
/// <param name="Amount">Capped to what is available.</param>
/// <param name="Nonce">With a signature: the channel's current refund nonce.</param>
/// <param name="AuthorizerSignature">Null for a caller on the receiver's side.</param>
public sealed record ChannelRefundCall(
    Address Target, ChannelConfig Config, UInt128 Amount, UInt256 Nonce = default, byte[]? AuthorizerSignature = null)
    : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of($"refund({ConfigArguments.Type},uint128)");

    public static readonly Selector FunctionWithSignature =
        Selector.Of($"refundWithSignature({ConfigArguments.Type},uint128,uint256,bytes)");

    public override Selector Selector => AuthorizerSignature is null ? Function : FunctionWithSignature;

    internal static ChannelRefundCall Read(Address target, ref AbiReader arguments) =>
        new(target, ConfigArguments.Read(ref arguments), arguments.Number(128).Low);

    internal static ChannelRefundCall ReadWithSignature(Address target, ref AbiReader arguments) =>
        new(
            target,
            ConfigArguments.Read(ref arguments),
            arguments.Number(128).Low,
            arguments.Number(),
            arguments.Bytes());

    protected override void WriteArguments(AbiWriter writer)
    {
        ConfigArguments.Write(writer, Config).Number(Amount);
        if (AuthorizerSignature is not null)
        {
            writer.Number(Nonce).Bytes(AuthorizerSignature);
        }
    }
}
