using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Tests.Enclaves;

/// <summary>Rules of verifyRSAPSS: protocol-facts "TEE precompile".</summary>
public sealed class TeeSignatureTests
{
    private static readonly EnclaveSigningKey Key = TestKeys.Pool[0];
    private static readonly Hash32 Message = Keccak256.Hash("message"u8);

    [Fact]
    public void A_signature_holds_for_its_key_and_message_only()
    {
        byte[] signature = Key.Sign(Message);

        Assert.True(TeeSignature.Verify(Key.Spki.Span, Message, signature));
        Assert.False(TeeSignature.Verify(Key.Spki.Span, Keccak256.Hash("other"u8), signature));
        Assert.False(TeeSignature.Verify(TestKeys.Pool[1].Spki.Span, Message, signature));
    }

    [Fact]
    public void Every_single_bit_flip_of_a_signature_is_refused()
    {
        byte[] signature = Key.Sign(Message);
        for (int bit = 0; bit < 8 * signature.Length; bit++)
        {
            byte[] flipped = [.. signature];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.False(TeeSignature.Verify(Key.Spki.Span, Message, flipped));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(257)]
    [InlineData(1025)]
    public void A_signature_of_another_length_is_refused(int length)
    {
        byte[] signature = new byte[length];
        Key.Sign(Message).AsSpan(0, Math.Min(256, length)).CopyTo(signature);

        Assert.False(TeeSignature.Verify(Key.Spki.Span, Message, signature));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(222)]
    public void A_salt_of_another_length_than_32_is_refused(int saltLength)
    {
        using RSA rsa = RSA.Create(2048);

        Assert.False(TeeSignature.Verify(rsa.ExportSubjectPublicKeyInfo(), Message, SignByManagedLibrary(rsa, saltLength)));
        Assert.True(TeeSignature.Verify(rsa.ExportSubjectPublicKeyInfo(), Message, SignByManagedLibrary(rsa, 32)));
    }

    [Theory]
    [InlineData(1024, false)]
    [InlineData(2048, true)]
    [InlineData(3072, true)]
    public void Only_moduli_of_256_to_1024_bytes_are_taken(int bits, bool expected)
    {
        using RSA rsa = RSA.Create(bits);
        byte[] signature = rsa.SignData(Message.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pss);

        Assert.Equal(expected, TeeSignature.Verify(rsa.ExportSubjectPublicKeyInfo(), Message, signature));
    }

    [Fact]
    public void Keys_that_are_no_RSA_keys_or_too_long_are_refused()
    {
        using ECDsa elliptic = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] signature = Key.Sign(Message);

        Assert.False(TeeSignature.Verify(elliptic.ExportSubjectPublicKeyInfo(), Message, signature));
        Assert.False(TeeSignature.Verify([], Message, signature));
        Assert.False(TeeSignature.Verify(new byte[8193], Message, signature));
        Assert.False(TeeSignature.Verify([.. Key.Spki.Span, 0], Message, signature));
    }

    [Fact]
    public void Every_single_byte_corruption_of_the_key_is_refused()
    {
        byte[] signature = Key.Sign(Message);
        for (int i = 0; i < Key.Spki.Length; i++)
        {
            byte[] corrupted = Key.Spki.ToArray();
            corrupted[i] ^= 0x01;

            Assert.False(TeeSignature.Verify(corrupted, Message, signature));
        }
    }

    private static byte[] SignByManagedLibrary(RSA key, int saltLength)
    {
        PssSigner signer = new(new RsaBlindedEngine(), new Sha256Digest(), saltLength);
        signer.Init(forSigning: true, DotNetUtilities.GetRsaKeyPair(key).Private);
        signer.BlockUpdate(Message.ToArray(), 0, Hash32.Length);
        return signer.GenerateSignature();
    }
}
