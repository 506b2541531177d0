using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Channels;

/// <summary>The settlement contract's <c>settle</c>: pays out what was claimed; anybody may call.</summary>
/// <param name="Target">The contract.</param>
/// <param name="Receiver">Who is paid.</param>
/// <param name="Token">In which token.</param>
public sealed record ChannelSettleCall(Address Target, Address Receiver, Address Token) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("settle(address,address)");

    public override Selector Selector => Function;

    internal static ChannelSettleCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Address(), arguments.Address());

    protected override void WriteArguments(AbiWriter writer) => writer.Address(Receiver).Address(Token);
}
