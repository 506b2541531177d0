using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>
/// The <c>erc20ApprovalGasSponsoring</c> extension: the payer signs an <c>approve(Permit2, 2²⁵⁶−1)</c> transaction and
/// the
/// facilitator pays its gas and broadcasts it before the settlement.
/// </summary>
/// <remarks>Texts as sent; <see cref="Check"/> judges them.</remarks>
public sealed record Erc20ApprovalSponsoring(
    string From, string Asset, string Spender, string Amount, string SignedTransaction, string Version = "1")
{
    public const string Key = "erc20ApprovalGasSponsoring";

    /// <summary>Gas limit of the payer's approval.</summary>
    public const ulong ApprovalGas = 70_000;

    /// <summary>Gas limit of the settlement behind it.</summary>
    public const ulong SettleGas = 300_000;

    /// <summary>Wei; where the chain does not say.</summary>
    public const ulong FallbackMaxFeePerGas = 1_000_000_000;

    /// <summary>Wei; where the chain does not say.</summary>
    public const ulong FallbackPriorityFeePerGas = 100_000_000;

    /// <summary>Null when the payment does not use the extension.</summary>
    public static Erc20ApprovalSponsoring? Find(PaymentPayload payment)
    {
        string[]? values = ExtensionInfo.Find(
            payment, Key, "from", "asset", "spender", "amount", "signedTransaction", "version");
        return values is null ? null : new(values[0], values[1], values[2], values[3], values[4], values[5]);
    }

    /// <summary>What a payer attaches.</summary>
    /// <remarks><paramref name="nonce"/> is the payer's account nonce.</remarks>
    public static Erc20ApprovalSponsoring Approve(
        ulong chainId, Address token, PrivateKey payer, ulong nonce, UInt256 maxFeePerGas, UInt256 priorityFeePerGas)
    {
        ApproveCall call = new(token, Deployments.Permit2, UInt256.MaxValue);
        Eip1559Transaction transaction = new(
            chainId, nonce, priorityFeePerGas, maxFeePerGas, ApprovalGas, token, UInt256.Zero, call.Encode(), []);
        return new(
            Secp256k1.AddressOf(payer).ToString(),
            token.ToString(),
            Deployments.Permit2.ToString(),
            UInt256.MaxValue.ToString(),
            Hex.Encode(transaction.Sign(payer).Encode()));
    }

    /// <summary>
    /// The facilitator's checks in order: format, payer, token, spender, transaction parses, its target, its function,
    /// its
    /// arguments, its signer. Null when all hold.
    /// </summary>
    public PaymentError? Check(Address payer, Address token, out SignedTransaction? signed)
    {
        signed = null;
        if (!HasFormat())
        {
            return PaymentError.InvalidErc20ApprovalExtensionFormat;
        }

        PaymentError? error = Address.Parse(From) != payer ? PaymentError.Erc20ApprovalFromMismatch
            : Address.Parse(Asset) != token ? PaymentError.Erc20ApprovalAssetMismatch
            : Address.Parse(Spender) != Deployments.Permit2 ? PaymentError.Erc20ApprovalSpenderNotPermit2
            : null;
        if (error is not null)
        {
            return error;
        }

        return Hex.TryDecode(SignedTransaction, out byte[] bytes)
            && Ethereum.SignedTransaction.TryDecode(bytes, out signed)
                ? Target(signed, token) ?? Function(signed) ?? Spends(signed) ?? Signer(signed, payer)
                : PaymentError.Erc20ApprovalTxParseFailed;
    }

    /// <summary>The extension's entry for a payment's <c>extensions</c>.</summary>
    public JsonText ToExtensions() =>
        JsonText.From(
            new JsonTextWriter().Object().Object(Key).Object("info")
                .Text("from", From)
                .Text("asset", Asset)
                .Text("spender", Spender)
                .Text("amount", Amount)
                .Text("signedTransaction", SignedTransaction)
                .Text("version", Version)
                .End().End().End());

    private static PaymentError? Target(SignedTransaction signed, Address token) =>
        signed.Transaction.To == token ? null : PaymentError.Erc20ApprovalTxWrongTarget;

    private static PaymentError? Function(SignedTransaction signed) =>
        Selector.TryRead(signed.Transaction.Data, out Selector selector) && selector == ApproveCall.Function
            ? null
            : PaymentError.Erc20ApprovalTxWrongSelector;

    private static PaymentError? Spends(SignedTransaction signed)
    {
        if (!ContractCalls.TryDecode(signed.Transaction.To ?? default, signed.Transaction.Data, out ContractCall? call))
        {
            return PaymentError.Erc20ApprovalTxInvalidCalldata;
        }

        return call is ApproveCall approve && approve.Spender == Deployments.Permit2
            ? null
            : PaymentError.Erc20ApprovalTxWrongSpender;
    }

    private static PaymentError? Signer(SignedTransaction signed, Address payer) =>
        !signed.TryRecoverSender(out Address sender) ? PaymentError.Erc20ApprovalTxInvalidSignature
        : sender != payer ? PaymentError.Erc20ApprovalTxSignerMismatch
        : null;

    private bool HasFormat() =>
        ExtensionInfo.IsAddress(From)
        && ExtensionInfo.IsAddress(Asset)
        && ExtensionInfo.IsAddress(Spender)
        && ExtensionInfo.IsDecimal(Amount)
        && ExtensionInfo.IsHex(SignedTransaction)
        && ExtensionInfo.IsVersion(Version);
}
