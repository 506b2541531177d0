namespace Simulator.Protocol.X402;

/// <summary>
/// The <c>payment-identifier</c> extension: a client-chosen id that makes a paid request safe to repeat.
/// </summary>
/// <remarks>
/// The same id with the same payload gets the cached reply, with another payload 409; where the server demands an id
/// and
/// there is none, 400. Source: x402 extensions, payment identifier.
/// </remarks>
public static class PaymentIdentifier
{
    public const string Key = "payment-identifier";
    public const int MinimumLength = 16;
    public const int MaximumLength = 128;
    public const int ConflictStatus = 409;
    public const int MissingStatus = 400;

    /// <summary>The id a payment carries; null when it carries none, or one of a wrong form.</summary>
    public static string? Find(PaymentPayload payment) =>
        ExtensionInfo.Find(payment, Key, "id") is [var id] && IsValid(id) ? id : null;

    public static bool IsValid(string id) =>
        id.Length is >= MinimumLength and <= MaximumLength
        && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
