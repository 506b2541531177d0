using System.Diagnostics.CodeAnalysis;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Protocol.X402;

/// <summary>A Permit2 payment whose fields have passed; what remains is the signature and the chain.</summary>
/// <param name="Payment">As received.</param>
/// <param name="Authorization">What the payer claims to have signed.</param>
/// <param name="Signature">As received.</param>
/// <param name="Terms">The server's requirements.</param>
public sealed record Permit2Candidate(
    PaymentPayload Payment, Permit2Authorization Authorization, string Signature, EvmTerms Terms)
{
    public Address Payer => Authorization.From;

    /// <summary>upto names its facilitator; exact does not.</summary>
    public bool IsUpto => Authorization.Witness.Facilitator is not null;

    public Hash32 Digest() => Permit2TypedData.Digest(Terms.ChainId, Authorization);

    /// <summary>Pure and expensive; depends on nothing but the payload and the chain id.</summary>
    public bool IsSignedByPayer() => PayerSignature.IsBy(Payer, Digest(), Signature);

    /// <summary>What both schemes' admission ends with: envelope, terms, fields; the first broken rule wins.</summary>
    internal static bool TryAdmit(
        PaymentPayload payment,
        Permit2Authorization authorization,
        string signature,
        PaymentRequirements requirements,
        PaymentError? envelope,
        Func<EvmTerms, PaymentError?> fields,
        [NotNullWhen(true)] out Permit2Candidate? candidate,
        [NotNullWhen(false)] out Verification? refusal)
    {
        EvmTerms? terms = null;
        PaymentError? error = envelope
            ?? (EvmTerms.TryRead(requirements, out terms) ? fields(terms) : PaymentError.InvalidPaymentRequirements);
        candidate = error is null ? new Permit2Candidate(payment, authorization, signature, terms!) : null;
        refusal = error is null ? null : Verification.Invalid(error, authorization.From);
        return error is null;
    }

    /// <summary>
    /// The settlement: <c>upto</c> takes the amount given, <c>exact</c> always all that is permitted.
    /// </summary>
    public ContractCall SettleCall(UInt256 amount, SponsoredPermit? permit = null)
    {
        byte[] signature = PayerSignature.Bytes(Signature);
        return IsUpto
            ? new UptoSettleCall(Authorization.Spender, Authorization, amount, signature, permit)
            : new ExactSettleCall(Authorization.Spender, Authorization, signature, permit);
    }
}
