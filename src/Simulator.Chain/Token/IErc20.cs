using Simulator.Chain.Execution;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Token;

/// <summary>What other contracts ask of a token.</summary>
public interface IErc20
{
    OpgAmount BalanceOf(Address holder);

    UInt256 Allowance(Address owner, Address spender);

    Revert? Transfer(in CallContext context, Address to, UInt256 value);

    Revert? TransferFrom(in CallContext context, Address from, Address to, UInt256 value);

    /// <summary>EIP-2612.</summary>
    Revert? Permit(in CallContext context, PermitCall permit);

    /// <summary>EIP-3009.</summary>
    Revert? ReceiveWithAuthorization(in CallContext context, TransferAuthorization terms, byte[] proof);
}
