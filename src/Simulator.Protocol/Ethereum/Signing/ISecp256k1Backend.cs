namespace Simulator.Protocol.Ethereum;

/// <summary>The curve arithmetic under <see cref="Secp256k1"/>; every implementation returns the same bytes.</summary>
internal interface ISecp256k1Backend
{
    string Name { get; }

    /// <param name="digest">32 bytes, a number below n.</param>
    /// <param name="key">32 bytes in [1, n−1].</param>
    /// <param name="compact">Receives r ‖ s with low s, 64 bytes.</param>
    /// <returns>Parity of the nonce point after s was lowered: 0 or 1.</returns>
    int Sign(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> key, Span<byte> compact);

    /// <summary>
    /// Writes x ‖ y of the signer into the 64 bytes of <paramref name="publicKey"/>; false when there is no such point.
    /// </summary>
    bool TryRecover(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> compact, int parity, Span<byte> publicKey);

    /// <summary>Writes x ‖ y of the key's point into the 64 bytes of <paramref name="publicKey"/>.</summary>
    void PublicKeyOf(ReadOnlySpan<byte> key, Span<byte> publicKey);
}
