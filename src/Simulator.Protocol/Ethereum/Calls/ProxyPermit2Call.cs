namespace Simulator.Protocol.Ethereum;

/// <summary>A proxy's <c>PERMIT2()</c>: succeeds only where the proxy is deployed.</summary>
/// <param name="Target">The contract.</param>
public sealed record ProxyPermit2Call(Address Target) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("PERMIT2()");

    public override Selector Selector => Function;

    internal static ProxyPermit2Call Read(Address target, ref AbiReader arguments) =>
        new(target);

    protected override void WriteArguments(AbiWriter writer)
    {
    }
}
