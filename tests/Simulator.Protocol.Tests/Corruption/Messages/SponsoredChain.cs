using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.Tests.X402;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Corruption.Messages;

/// <summary>
/// A chain on which the payer has given Permit2 no allowance: a settlement passes only with a permit of the token that
/// the payer has signed for at least the amount, or after the payer's own approval of it.
/// </summary>
internal sealed class SponsoredChain(ChainAnswers answers) : IChainView
{
    public bool HasCode(Address account) => answers.HasCode(account);

    public UInt256? BalanceOf(Address token, Address owner) => answers.BalanceOf(token, owner);

    public UInt256? Allowance(Address token, Address owner, Address spender) => UInt256.Zero;

    public bool IsProxyDeployed(Address proxy) => true;

    public bool? IsAuthorizationUsed(Address token, Address authorizer, Hash32 nonce) => false;

    public string? TokenName(Address token) => null;

    public string? TokenVersion(Address token) => null;

    public bool IsValidContractSignature(Address account, Hash32 digest, byte[] signature) => false;

    public SimulationResult Simulate(ContractCall call) =>
        call is UptoSettleCall { Permit: { } permit } settle && IsSigned(permit) && permit.Value >= settle.Amount
            ? SimulationResult.Passed
            : SimulationResult.Reverted("TRANSFER_FROM_FAILED");

    public SimulationResult SimulateBundle(SignedTransaction approval, ContractCall call) =>
        call is UptoSettleCall settle
        && ContractCalls.TryDecode(settle.Authorization.Token, approval.Transaction.Data, out ContractCall? first)
        && first is ApproveCall approve && approve.Amount >= settle.Amount
            ? SimulationResult.Passed
            : SimulationResult.Reverted("TRANSFER_FROM_FAILED");

    private static bool IsSigned(SponsoredPermit permit)
    {
        TokenPermit order = new(
            Payments.Payer, Deployments.Permit2, permit.Value, UInt256.Zero, permit.Deadline);
        return Secp256k1.TryRecover(
            order.Digest(Deployments.OpgTokenDomain), permit.Signature, out Address signer) && signer == order.Owner;
    }
}
