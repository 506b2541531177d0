using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>
/// The chain's answers about one payment, fetched beforehand, for verifiers that cannot wait inside a check.
/// </summary>
/// <remarks>The arguments of every question are those of that one payment, so they are not looked at again.</remarks>
/// <param name="PayerHasCode">Whether the payer is a contract.</param>
/// <param name="Balance">The payer's balance of the token; null when unread.</param>
/// <param name="AllowanceToPermit2">The payer's allowance for Permit2; null when unread.</param>
/// <param name="ProxyIsDeployed">Whether the proxy answers.</param>
/// <param name="Simulation">What simulating the settlement said.</param>
/// <param name="AuthorizationIsUsed">EIP-3009 nonce state; null when the token has none.</param>
/// <param name="Name">The token's EIP-712 name.</param>
/// <param name="Version">The token's EIP-712 version.</param>
/// <param name="ContractSignatureIsValid">EIP-1271 answer of a payer that is a contract.</param>
public sealed record ChainAnswers(
    bool PayerHasCode,
    UInt256? Balance,
    UInt256? AllowanceToPermit2,
    bool ProxyIsDeployed,
    SimulationResult Simulation,
    bool? AuthorizationIsUsed = null,
    string? Name = null,
    string? Version = null,
    bool ContractSignatureIsValid = false)
    : IChainView
{
    public bool HasCode(Address account) => PayerHasCode;

    public UInt256? BalanceOf(Address token, Address owner) => Balance;

    public UInt256? Allowance(Address token, Address owner, Address spender) => AllowanceToPermit2;

    public bool IsProxyDeployed(Address proxy) => ProxyIsDeployed;

    public bool? IsAuthorizationUsed(Address token, Address authorizer, Hash32 nonce) => AuthorizationIsUsed;

    public string? TokenName(Address token) => Name;

    public string? TokenVersion(Address token) => Version;

    public bool IsValidContractSignature(Address account, Hash32 digest, byte[] signature) => ContractSignatureIsValid;

    public SimulationResult Simulate(ContractCall call) => Simulation;

    public SimulationResult SimulateBundle(SignedTransaction approval, ContractCall call) => Simulation;
}
