namespace Simulator.Protocol.X402;

/// <summary>
/// Names a failed Permit2 settlement by the contract error found in the failure's text; the first hit counts.
/// </summary>
/// <remarks>Source: x402 shared Permit2 facilitator code.</remarks>
public static class SettlementFailure
{
    /// <summary>Characters of an unknown text that are passed on.</summary>
    public const int MaximumMessageLength = 500;

    // The order matters: the texts overlap ("Permit2612AmountMismatch" before "InvalidAmount" and so on).
    private static readonly (string Text, PaymentError Error)[] Known =
    [
        ("Permit2612AmountMismatch", PaymentError.Permit2With2612AmountMismatch),
        ("InvalidAmount", PaymentError.Permit2InvalidAmount),
        ("InvalidDestination", PaymentError.Permit2InvalidDestination),
        ("InvalidOwner", PaymentError.Permit2InvalidOwner),
        ("PaymentTooEarly", PaymentError.Permit2PaymentTooEarly),
        ("InvalidSignature", PaymentError.InvalidPermit2Signature),
        ("SignatureExpired", PaymentError.InvalidPermit2Signature),
        ("InvalidNonce", PaymentError.Permit2InvalidNonce),
        ("erc20_approval_tx_failed", PaymentError.Erc20ApprovalTxFailed),
        ("AmountExceedsPermitted", PaymentError.UptoAmountExceedsPermitted),
        ("UnauthorizedFacilitator", PaymentError.UptoUnauthorizedFacilitator),
    ];

    /// <summary>
    /// The <c>errorReason</c>: a known name, or the general one with the beginning of the text behind it.
    /// </summary>
    public static string Reason(string message)
    {
        foreach ((string text, PaymentError error) in Known)
        {
            if (message.Contains(text, StringComparison.Ordinal))
            {
                return error.Name;
            }
        }

        string shown = message.Length > MaximumMessageLength ? message[..MaximumMessageLength] : message;
        return $"{PaymentError.InvalidExactEvmTransactionFailed.Name}: {shown}";
    }
}
