using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>
/// Signatures of wallets that are not deployed yet (ERC-6492): factory, its call data and the inner signature, then a
/// magic word.
/// </summary>
public static class CounterfactualSignature
{
    /// <summary>0x6492 sixteen times, at the end.</summary>
    public static readonly Hash32 Magic = Hash32.Parse("0x" + string.Concat(Enumerable.Repeat("6492", 16)));

    /// <summary>Whether the signature carries a factory to deploy its wallet with.</summary>
    public static bool HasFactory(string signature) =>
        TryUnwrap(PayerSignature.Bytes(signature), out Address factory, out _) && !factory.IsZero;

    /// <summary>The inner signature, or the bytes as they are.</summary>
    public static byte[] Unwrap(string signature)
    {
        byte[] bytes = PayerSignature.Bytes(signature);
        return TryUnwrap(bytes, out _, out byte[] inner) ? inner : bytes;
    }

    private static bool TryUnwrap(byte[] bytes, out Address factory, out byte[] inner)
    {
        factory = default;
        inner = [];
        if (bytes.Length < Hash32.Length || new Hash32(bytes.AsSpan(bytes.Length - Hash32.Length)) != Magic)
        {
            return false;
        }

        AbiReader reader = new(bytes.AsSpan(0, bytes.Length - Hash32.Length));
        factory = reader.Address();
        _ = reader.Bytes();
        inner = reader.Bytes();
        return reader.IsValid;
    }
}
