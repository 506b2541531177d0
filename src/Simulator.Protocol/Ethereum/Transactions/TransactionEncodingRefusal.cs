namespace Simulator.Protocol.Ethereum;

/// <summary>Why bytes are no signed type-2 transaction. Zero is not a verdict.</summary>
public enum TransactionEncodingRefusal
{
    Unset = 0,

    /// <summary>Beyond <see cref="SignedTransaction.MaximumLength"/> bytes.</summary>
    TooLong,

    /// <summary>The first byte is not that of EIP-1559, or there is none.</summary>
    TypeUnsupported,

    /// <summary>Behind the type is not exactly one canonical RLP list of the members.</summary>
    ListMalformed,

    /// <summary>The parity of the signature is neither 0 nor 1.</summary>
    ParityOutOfRange,
}
