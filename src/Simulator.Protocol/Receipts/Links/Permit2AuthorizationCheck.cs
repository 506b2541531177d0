using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>A Permit2 authorisation against the server's terms, in the facilitator's order.</summary>
internal static class Permit2AuthorizationCheck
{
    /// <summary>The facilitator wants this much life left in an authorisation, in seconds.</summary>
    private const long DeadlineSlack = 6;

    /// <summary>Returns what the payer did, as the account tells it.</summary>
    public static string Require(
        FirstBreak found,
        Receipt receipt,
        ReceiptPayment payment,
        Permit2Payload payload,
        ulong chainId)
    {
        Permit2Authorization allowed = payload.Authorization;
        RequireTerms(found, payment.Requirements, allowed);
        UInt256 now = (ulong)payment.Outcome.At;
        bool hasAmount = UInt256.TryParse(payment.Requirements.Amount, out UInt256 amount);
        found
            .Require(allowed.Deadline >= now + (UInt256)(ulong)DeadlineSlack, LinkBreak.Permit2DeadlineExpired)
            .Require(allowed.Witness.ValidAfter <= now, LinkBreak.Permit2NotYetValid)
            .Require(hasAmount && allowed.Amount == amount, LinkBreak.Permit2AmountMismatch)
            .Require(IsAddress(payment.Requirements.Asset, allowed.Token), LinkBreak.Permit2TokenMismatch)
            .Require(
                () => !receipt.HasRealSignatures || IsSigned(payload, chainId),
                LinkBreak.InvalidPermit2Signature);
        string signed = receipt.HasRealSignatures ? "signed" : "authorised (signature modelled)";
        return $"{signed} at most {allowed.Amount} of {allowed.Token} to {allowed.Witness.To}";
    }

    private static void RequireTerms(FirstBreak found, PaymentRequirements terms, Permit2Authorization allowed)
    {
        bool isUpto = allowed.Witness.Facilitator is not null;
        found
            .Require(
                allowed.Spender == (isUpto ? Deployments.UptoProxy : Deployments.ExactProxy),
                LinkBreak.InvalidPermit2Spender)
            .Require(IsAddress(terms.PayTo, allowed.Witness.To), LinkBreak.InvalidPermit2RecipientMismatch)
            .Require(
                !isUpto || IsAddress(terms.ExtraText(ExtraNames.FacilitatorAddress), allowed.Witness.Facilitator),
                LinkBreak.UptoFacilitatorMismatch);
    }

    private static bool IsSigned(Permit2Payload payload, ulong chainId) =>
        EthereumSignature.TryParse(payload.Signature, out EthereumSignature signature)
        && Secp256k1.TryRecover(
            Permit2TypedData.Digest(chainId, payload.Authorization), signature, out Address signer)
        && signer == payload.Authorization.From;

    private static bool IsAddress(string? text, Address? expected) =>
        Address.TryParse(text, out Address address) && address == expected;
}
