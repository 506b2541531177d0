using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>What verification reads from the chain. A read that fails is null, never an exception.</summary>
public interface IChainView
{
    /// <summary>Whether the account is a contract.</summary>
    bool HasCode(Address account);

    UInt256? BalanceOf(Address token, Address owner);

    UInt256? Allowance(Address token, Address owner, Address spender);

    /// <summary>Whether <c>PERMIT2()</c> of a proxy answers.</summary>
    bool IsProxyDeployed(Address proxy);

    /// <summary>EIP-3009 <c>authorizationState</c>; null when the token has no such function.</summary>
    bool? IsAuthorizationUsed(Address token, Address authorizer, Hash32 nonce);

    /// <summary>The token's own EIP-712 name; null when it cannot be read.</summary>
    string? TokenName(Address token);

    /// <summary>The token's own EIP-712 version; null when it cannot be read.</summary>
    string? TokenVersion(Address token);

    /// <summary>EIP-1271, for payers that are contracts.</summary>
    bool IsValidContractSignature(Address account, Hash32 digest, byte[] signature);

    /// <summary>The call as the facilitator would send it; nothing is changed.</summary>
    SimulationResult Simulate(ContractCall call);

    /// <summary>The payer's approval transaction and the call behind it, in that order.</summary>
    SimulationResult SimulateBundle(SignedTransaction approval, ContractCall call);
}
