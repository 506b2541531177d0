using System.Globalization;

using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts.Links;

/// <summary>The facilitator's own checks of the payment, as far as they need no chain, in its order.</summary>
internal static class AuthorizationLink
{
    /// <summary>The facilitator wants this much life left in an authorisation, in seconds.</summary>
    private const long DeadlineSlack = 6;

    public static LinkResult Check(Receipt receipt)
    {
        if (receipt.Payment is not { } payment)
        {
            return LinkResult.Absent(ReceiptLink.Authorization, "the request was not paid for");
        }

        FirstBreak found = new();
        CheckTerms(found, payment);
        CheckTime(found, payment);
        CheckPayer(found, payment, receipt.HasRealSignatures);
        Permit2Authorization allowed = payment.Payload.Authorization;
        string signed = receipt.HasRealSignatures ? "signed" : "authorised (signature modelled)";
        return LinkResult.Of(
            ReceiptLink.Authorization,
            found.Reason,
            $"{allowed.From} {signed} at most {allowed.Amount} of {allowed.Token} to {allowed.Witness.To}");
    }

    /// <summary>The chain id of a network <c>eip155:…</c>; false for other networks.</summary>
    public static bool TryChainId(PaymentRequirements requirements, out ulong chainId)
    {
        const string Prefix = "eip155:";
        chainId = 0;
        return requirements.Network.StartsWith(Prefix, StringComparison.Ordinal)
            && ulong.TryParse(
                requirements.Network.AsSpan(Prefix.Length),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out chainId);
    }

    private static void CheckTerms(FirstBreak found, ReceiptPayment payment)
    {
        PaymentRequirements terms = payment.Requirements;
        Permit2Authorization allowed = payment.Payload.Authorization;
        bool isUpto = terms.Scheme == "upto";
        found
            .Require(isUpto || terms.Scheme == "exact", LinkBreak.UnsupportedScheme)
            .Require(TryChainId(terms, out _), LinkBreak.InvalidNetwork)
            .Require(isUpto == allowed.Witness.Facilitator is not null, LinkBreak.UnsupportedPayloadType)
            .Require(
                allowed.Spender == (isUpto ? Deployments.UptoProxy : Deployments.ExactProxy),
                LinkBreak.InvalidPermit2Spender)
            .Require(IsAddress(terms.PayTo, allowed.Witness.To), LinkBreak.InvalidPermit2RecipientMismatch)
            .Require(
                !isUpto || IsAddress(terms.ExtraText(ExtraNames.FacilitatorAddress), allowed.Witness.Facilitator),
                LinkBreak.UptoFacilitatorMismatch);
    }

    private static void CheckTime(FirstBreak found, ReceiptPayment payment)
    {
        Permit2Authorization allowed = payment.Payload.Authorization;
        UInt256 now = (ulong)payment.Outcome.At;
        found
            .Require(allowed.Deadline >= now + (UInt256)(ulong)DeadlineSlack, LinkBreak.Permit2DeadlineExpired)
            .Require(allowed.Witness.ValidAfter <= now, LinkBreak.Permit2NotYetValid);
    }

    private static void CheckPayer(FirstBreak found, ReceiptPayment payment, bool hasRealSignatures)
    {
        PaymentRequirements terms = payment.Requirements;
        Permit2Authorization allowed = payment.Payload.Authorization;
        bool hasAmount = UInt256.TryParse(terms.Amount, out UInt256 amount);
        found
            .Require(hasAmount && allowed.Amount == amount, LinkBreak.Permit2AmountMismatch)
            .Require(IsAddress(terms.Asset, allowed.Token), LinkBreak.Permit2TokenMismatch)
            .Require(() => !hasRealSignatures || IsSigned(payment), LinkBreak.InvalidPermit2Signature)
            .Require(payment.Outcome.IsValid, LinkBreak.PaymentNotVerified)
            .Require(payment.Outcome.Payer == allowed.From, LinkBreak.PayerMismatch);
    }

    private static bool IsSigned(ReceiptPayment payment)
    {
        Permit2Authorization allowed = payment.Payload.Authorization;
        return TryChainId(payment.Requirements, out ulong chainId)
            && EthereumSignature.TryParse(payment.Payload.Signature, out EthereumSignature signature)
            && Secp256k1.TryRecover(Permit2TypedData.Digest(chainId, allowed), signature, out Address signer)
            && signer == allowed.From;
    }

    private static bool IsAddress(string? text, Address? expected) =>
        Address.TryParse(text, out Address address) && address == expected;
}
