using System.Diagnostics.CodeAnalysis;

using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>Requirements on an EVM chain, read out of their texts.</summary>
/// <param name="ChainId">From <c>eip155:N</c>.</param>
/// <param name="Asset">The token.</param>
/// <param name="Amount">Atomic units.</param>
/// <param name="PayTo">The recipient.</param>
public sealed record EvmTerms(ulong ChainId, Address Asset, UInt256 Amount, Address PayTo)
{
    /// <summary>False when a text is no address, no number, or the network no EVM chain.</summary>
    public static bool TryRead(PaymentRequirements requirements, [NotNullWhen(true)] out EvmTerms? terms)
    {
        terms = null;
        if (X402Protocol.TryChainId(requirements.Network, out ulong chainId)
            && Address.TryParse(requirements.Asset, out Address asset)
            && UInt256.TryParse(requirements.Amount, out UInt256 amount)
            && Address.TryParse(requirements.PayTo, out Address payTo))
        {
            terms = new EvmTerms(chainId, asset, amount, payTo);
        }

        return terms is not null;
    }
}
