using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Protocol.X402;

/// <summary>
/// The last two steps of both Permit2 schemes: the signature, then the settlement tried against the chain.
/// </summary>
public static class Permit2Conclusion
{
    /// <summary>
    /// What <see cref="Permit2Candidate.IsSignedByPayer"/> said comes in as <paramref name="isSignedByPayer"/>.
    /// </summary>
    /// <remarks>
    /// <paramref name="simulate"/> is false when settling <c>exact</c>: the settlement itself is the test then.
    /// </remarks>
    public static Verification Conclude(
        Permit2Candidate candidate,
        bool isSignedByPayer,
        VerificationContext context,
        IChainView chain,
        bool simulate = true)
    {
        PaymentError? error = Permit2Rules.Signature(isSignedByPayer, () => chain.HasCode(candidate.Payer));
        if (error is null && simulate)
        {
            error = Simulate(candidate, context, chain);
        }

        return error is null
            ? Verification.Valid(candidate.Payer)
            : Verification.Invalid(error, candidate.Payer);
    }

    /// <summary>Why a simulated settlement failed, as far as three reads can tell.</summary>
    public static PaymentError Diagnose(Permit2Candidate candidate, IChainView chain)
    {
        if (!chain.IsProxyDeployed(candidate.Authorization.Spender))
        {
            return PaymentError.Permit2ProxyNotDeployed;
        }

        if (chain.BalanceOf(candidate.Terms.Asset, candidate.Payer) is { } balance && balance < candidate.Terms.Amount)
        {
            return PaymentError.Permit2InsufficientBalance;
        }

        UInt256? allowance = chain.Allowance(candidate.Terms.Asset, candidate.Payer, Deployments.Permit2);
        return allowance is { } allowed && allowed < candidate.Terms.Amount
            ? PaymentError.Permit2AllowanceRequired
            : PaymentError.Permit2SimulationFailed;
    }

    private static PaymentError? Simulate(Permit2Candidate candidate, VerificationContext context, IChainView chain)
    {
        if (Eip2612Sponsoring.Find(candidate.Payment) is { } permit)
        {
            PaymentError? error = permit.Check(
                candidate.Payer, candidate.Terms.Asset, context.Now, out SponsoredPermit? sponsored);
            return error ?? (sponsored is null
                ? Diagnose(candidate, chain)
                : Try(candidate, chain, chain.Simulate(candidate.SettleCall(candidate.Terms.Amount, sponsored))));
        }

        if (context.SponsorsApprovals && Erc20ApprovalSponsoring.Find(candidate.Payment) is { } approval)
        {
            PaymentError? error = approval.Check(candidate.Payer, candidate.Terms.Asset, out SignedTransaction? signed);
            return error ?? (context.SimulatesBundles
                ? Try(candidate, chain, chain.SimulateBundle(signed!, candidate.SettleCall(candidate.Terms.Amount)))
                : Prerequisites(candidate, chain));
        }

        return Try(candidate, chain, chain.Simulate(candidate.SettleCall(candidate.Terms.Amount)));
    }

    private static PaymentError? Try(Permit2Candidate candidate, IChainView chain, SimulationResult result) =>
        result.Succeeded ? null : Diagnose(candidate, chain);

    // The allowance comes only with the payer's own transaction, so a simulation would fail for lack of it.
    private static PaymentError? Prerequisites(Permit2Candidate candidate, IChainView chain)
    {
        if (!chain.IsProxyDeployed(candidate.Authorization.Spender))
        {
            return PaymentError.Permit2ProxyNotDeployed;
        }

        UInt256? balance = chain.BalanceOf(candidate.Terms.Asset, candidate.Payer);
        return balance is { } held && held < candidate.Terms.Amount ? PaymentError.Permit2InsufficientBalance : null;
    }
}
