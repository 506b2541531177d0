using System.Diagnostics.CodeAnalysis;

namespace Simulator.Protocol.Ethereum;

/// <summary>A type-2 transaction with its signature, as it is broadcast.</summary>
/// <param name="Transaction">What was signed.</param>
/// <param name="Signature">v is 27 plus the parity that the encoding carries.</param>
public sealed record SignedTransaction(Eip1559Transaction Transaction, EthereumSignature Signature)
{
    /// <summary>Bytes of a transaction that nodes still relay.</summary>
    public const int MaximumLength = 128 * 1024;

    /// <summary>
    /// Reads the type byte and the RLP list behind it; false for anything but one canonical type-2 transaction.
    /// </summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SignedTransaction? signed) =>
        TryDecode(bytes, out signed, out _);

    /// <summary>The same with the reason; the reason is unset where a transaction is read.</summary>
    public static bool TryDecode(
        ReadOnlySpan<byte> bytes,
        [NotNullWhen(true)] out SignedTransaction? signed,
        out TransactionEncodingRefusal refusal)
    {
        signed = null;
        refusal = bytes.Length > MaximumLength ? TransactionEncodingRefusal.TooLong
            : bytes.IsEmpty || bytes[0] != Eip1559Transaction.Type ? TransactionEncodingRefusal.TypeUnsupported
            : TransactionEncodingRefusal.Unset;
        if (refusal != TransactionEncodingRefusal.Unset)
        {
            return false;
        }

        RlpReader outer = new(bytes[1..]);
        RlpReader items = outer.List();
        Eip1559Transaction transaction = Eip1559Transaction.Read(ref items);
        UInt256 parity = items.Number(1);
        UInt256 r = items.Number(UInt256.Length);
        UInt256 s = items.Number(UInt256.Length);
        bool isWhole = outer.IsValid && outer.IsAtEnd && items.IsValid && items.IsAtEnd;
        if (!isWhole || parity > UInt256.One)
        {
            refusal = isWhole ? TransactionEncodingRefusal.ParityOutOfRange : TransactionEncodingRefusal.ListMalformed;
            return false;
        }

        signed = new SignedTransaction(transaction, new EthereumSignature(r, s, (byte)(27 + (int)parity.Low)));
        return true;
    }

    public byte[] Encode()
    {
        RlpWriter members = Transaction.Members()
            .Number((ulong)(Signature.V - 27))
            .Number(Signature.R)
            .Number(Signature.S);
        return [Eip1559Transaction.Type, .. new RlpWriter().List(members).ToArray()];
    }

    /// <summary>The transaction's hash, by which receipts are found.</summary>
    public Hash32 Hash() => Keccak256.Hash(Encode());

    /// <summary>Who sent it. False where the signature is none, or has a high s, which chains refuse (EIP-2).</summary>
    public bool TryRecoverSender(out Address sender)
    {
        sender = default;
        return Signature.S <= Secp256k1.HalfOrder
            && Secp256k1.TryRecover(Transaction.SigningHash(), Signature, out sender);
    }
}
