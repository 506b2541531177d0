using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Protocol.X402;

/// <summary>
/// The <c>eip2612GasSponsoring</c> extension: the payer signs an allowance for Permit2 and the facilitator submits it
/// with the settlement.
/// </summary>
/// <remarks>Texts as sent; <see cref="Check"/> judges them.</remarks>
public sealed record Eip2612Sponsoring(
    string From,
    string Asset,
    string Spender,
    string Amount,
    string Nonce,
    string Deadline,
    string Signature,
    string Version = "1")
{
    public const string Key = "eip2612GasSponsoring";

    /// <summary>Null when the payment does not use the extension.</summary>
    public static Eip2612Sponsoring? Find(PaymentPayload payment)
    {
        string[]? values = ExtensionInfo.Find(
            payment, Key, "from", "asset", "spender", "amount", "nonce", "deadline", "signature", "version");
        return values is null
            ? null
            : new(values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]);
    }

    /// <summary>What a payer attaches: its permit's members and signature.</summary>
    public static Eip2612Sponsoring From2612(Address token, TokenPermit permit, EthereumSignature signature) =>
        new(
            permit.Owner.ToString(),
            token.ToString(),
            permit.Spender.ToString(),
            permit.Value.ToString(),
            permit.Nonce.ToString(),
            permit.Deadline.ToString(),
            signature.ToString());

    /// <summary>
    /// The facilitator's checks in order: format, payer, token, spender, deadline. Null when all hold.
    /// </summary>
    /// <remarks>
    /// <paramref name="permit"/> stays null when the texts pass but name no contract arguments (a signature of another
    /// length, a number beyond 2²⁵⁶−1): the settlement cannot be simulated then, which is diagnosed like any failure of
    /// it.
    /// </remarks>
    public PaymentError? Check(Address payer, Address token, ulong now, out SponsoredPermit? permit)
    {
        permit = null;
        if (!HasFormat())
        {
            return PaymentError.InvalidEip2612ExtensionFormat;
        }

        permit = ReadPermit();
        return Address.Parse(From) != payer ? PaymentError.Eip2612FromMismatch
            : Address.Parse(Asset) != token ? PaymentError.Eip2612AssetMismatch
            : Address.Parse(Spender) != Deployments.Permit2 ? PaymentError.Eip2612SpenderNotPermit2
            : IsExpired(now) ? PaymentError.Eip2612DeadlineExpired
            : null;
    }

    /// <summary>The extension's entry for a payment's <c>extensions</c>.</summary>
    public JsonText ToExtensions() =>
        JsonText.From(
            new JsonTextWriter().Object().Object(Key).Object("info")
                .Text("from", From)
                .Text("asset", Asset)
                .Text("spender", Spender)
                .Text("amount", Amount)
                .Text("nonce", Nonce)
                .Text("deadline", Deadline)
                .Text("signature", Signature)
                .Text("version", Version)
                .End().End().End());

    // A number too large for a uint256 is certainly not in the past.
    private bool IsExpired(ulong now) =>
        UInt256.TryParse(Deadline, out UInt256 deadline) && deadline < now + X402Protocol.DeadlineSlackSeconds;

    private SponsoredPermit? ReadPermit() =>
        Signature.Length == 2 + (2 * EthereumSignature.Length)
        && UInt256.TryParse(Amount, out UInt256 amount)
        && UInt256.TryParse(Deadline, out UInt256 deadline)
        && EthereumSignature.TryParse(Signature, out EthereumSignature signature)
            ? new SponsoredPermit(amount, deadline, signature)
            : null;

    private bool HasFormat() =>
        ExtensionInfo.IsAddress(From)
        && ExtensionInfo.IsAddress(Asset)
        && ExtensionInfo.IsAddress(Spender)
        && ExtensionInfo.IsDecimal(Amount)
        && ExtensionInfo.IsDecimal(Nonce)
        && ExtensionInfo.IsDecimal(Deadline)
        && ExtensionInfo.IsHex(Signature)
        && ExtensionInfo.IsVersion(Version);
}
