using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Consensus;

/// <summary>A validator's Ed25519 key (RFC 8032).</summary>
public sealed class Ed25519Key
{
    public const int SignatureLength = 64;
    public const int PublicKeyLength = 32;

    private readonly byte[] secret;

    /// <param name="secret">The 32 secret bytes RFC 8032 calls the private key.</param>
    public Ed25519Key(ReadOnlySpan<byte> secret)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(secret.Length, Ed25519.SecretKeySize);
        this.secret = secret.ToArray();
        PublicKey = new byte[PublicKeyLength];
        Ed25519.GeneratePublicKey(this.secret, 0, PublicKey, 0);
    }

    public byte[] PublicKey { get; }

    /// <summary>A key that is a function of a text: SHA-256 of it is the secret.</summary>
    public static Ed25519Key FromSeed(string seed) => new(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));

    /// <summary>How CometBFT names a validator: the first 20 bytes of SHA-256 of its public key.</summary>
    public static Address AddressOf(ReadOnlySpan<byte> publicKey) =>
        new(SHA256.HashData(publicKey).AsSpan(0, Address.Length));

    /// <summary>False for a wrong signature as for one of the wrong form.</summary>
    public static bool Verify(byte[] publicKey, byte[] message, byte[] signature) =>
        publicKey.Length == PublicKeyLength && signature.Length == SignatureLength
        && Ed25519.Verify(signature, 0, publicKey, 0, message, 0, message.Length);

    public byte[] Sign(byte[] message)
    {
        byte[] signature = new byte[SignatureLength];
        Ed25519.Sign(secret, 0, PublicKey, 0, message, 0, message.Length, signature, 0);
        return signature;
    }
}
