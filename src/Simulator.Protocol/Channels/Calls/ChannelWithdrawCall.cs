using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Channels;

/// <summary>The settlement contract's <c>initiateWithdraw</c>, or <c>finalizeWithdraw</c> without an amount.</summary>
/// <param name="Target">The contract.</param>
/// <param name="Config">The channel's terms.</param>
/// <param name="Amount">Null to finalise what was initiated.</param>
public sealed record ChannelWithdrawCall(Address Target, ChannelConfig Config, UInt128? Amount) : ContractCall(Target)
{
    public static readonly Selector InitiateFunction = Selector.Of($"initiateWithdraw({ConfigArguments.Type},uint128)");

    public static readonly Selector FinalizeFunction = Selector.Of($"finalizeWithdraw({ConfigArguments.Type})");

    public override Selector Selector => Amount is null ? FinalizeFunction : InitiateFunction;

    internal static ChannelWithdrawCall ReadInitiate(Address target, ref AbiReader arguments) =>
        new(target, ConfigArguments.Read(ref arguments), arguments.Number(128).Low);

    internal static ChannelWithdrawCall ReadFinalize(Address target, ref AbiReader arguments) =>
        new(target, ConfigArguments.Read(ref arguments), null);

    protected override void WriteArguments(AbiWriter writer)
    {
        ConfigArguments.Write(writer, Config);
        if (Amount is { } amount)
        {
            writer.Number(amount);
        }
    }
}
