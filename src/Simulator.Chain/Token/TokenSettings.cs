using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Token;

/// <summary>Which token this is: its address and the name and version of its EIP-712 domain.</summary>
public sealed record TokenSettings(Address Address, string Name, string Version)
{
    /// <summary>OPG as deployed on Base.</summary>
    public static readonly TokenSettings Base = new(Deployments.OpgToken, "OpenGradient", "1");

    /// <summary>The ERC-20 face of OG-EVM's own coin.</summary>
    public static readonly TokenSettings OgEvm =
        new(Address.Parse("0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE"), "OpenGradient", "1");

    public TypedDataDomain Domain(ulong chainId) => new(Name, Version, chainId, Address);
}
