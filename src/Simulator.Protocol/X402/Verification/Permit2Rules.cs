using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Protocol.X402;

/// <summary>The rules that exact and upto share, one per method; null means the rule holds.</summary>
internal static class Permit2Rules
{
    public static PaymentError? Schemes(
        PaymentPayload payment, PaymentRequirements requirements, string scheme, PaymentError error) =>
        payment.Accepted.Scheme == scheme && requirements.Scheme == scheme ? null : error;

    public static PaymentError? Network(PaymentPayload payment, PaymentRequirements requirements, PaymentError error) =>
        payment.Accepted.Network == requirements.Network ? null : error;

    public static PaymentError? Spender(Permit2Authorization authorization, Address proxy) =>
        authorization.Spender == proxy ? null : PaymentError.InvalidPermit2Spender;

    public static PaymentError? Recipient(Permit2Authorization authorization, EvmTerms terms) =>
        authorization.Witness.To == terms.PayTo ? null : PaymentError.InvalidPermit2RecipientMismatch;

    public static PaymentError? Facilitator(Permit2Authorization authorization, IReadOnlyList<Address> own) =>
        authorization.Witness.Facilitator is { } facilitator && own.Contains(facilitator)
            ? null
            : PaymentError.UptoFacilitatorMismatch;

    public static PaymentError? Deadline(Permit2Authorization authorization, ulong now) =>
        authorization.Deadline >= now + X402Protocol.DeadlineSlackSeconds ? null : PaymentError.Permit2DeadlineExpired;

    public static PaymentError? ValidAfter(Permit2Authorization authorization, ulong now) =>
        authorization.Witness.ValidAfter <= now ? null : PaymentError.Permit2NotYetValid;

    public static PaymentError? Amount(Permit2Authorization authorization, EvmTerms terms) =>
        authorization.Amount == terms.Amount ? null : PaymentError.Permit2AmountMismatch;

    public static PaymentError? Token(Permit2Authorization authorization, EvmTerms terms) =>
        authorization.Token == terms.Asset ? null : PaymentError.Permit2TokenMismatch;

    /// <summary>A wrong signature of a contract wallet is left to the simulation, which asks the wallet.</summary>
    public static PaymentError? Signature(bool isSignedByPayer, Func<bool> payerHasCode) =>
        isSignedByPayer || payerHasCode() ? null : PaymentError.InvalidPermit2Signature;
}
