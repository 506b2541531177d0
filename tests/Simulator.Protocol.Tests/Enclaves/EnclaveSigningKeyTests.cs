using System.Security.Cryptography;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Tests.Enclaves;

public sealed class EnclaveSigningKeyTests
{
    private static readonly EnclaveSigningKey Key = TestKeys.Pool[0];
    private static readonly Hash32 Message = Hash32.Parse("5a240b9d7e7fde4fc104d47036df2f582fbad98575ce2478033d36e7da74e4ad");

    [Fact]
    public void The_public_key_is_the_294_byte_structure_the_registry_stores()
    {
        Assert.Equal(294, Key.Spki.Length);
        Assert.Equal(
            "30820122300d06092a864886f70d01010105000382010f00",
            Convert.ToHexStringLower(Key.Spki.Span[..24]));
        Assert.Equal(Keccak256.Hash(Key.Spki.Span), Key.TeeId);
        Assert.StartsWith("-----BEGIN PUBLIC KEY-----\n", Key.Pem, StringComparison.Ordinal);
        Assert.EndsWith("\n-----END PUBLIC KEY-----\n", Key.Pem, StringComparison.Ordinal);
    }

    [Fact]
    public void Signing_twice_gives_the_same_bytes_and_another_message_another_salt()
    {
        byte[] once = Key.Sign(Message);

        Assert.Equal(once, Key.Sign(Message));
        Assert.NotEqual(once, Key.Sign(Keccak256.Hash(once)));
    }

    [Fact]
    public void A_signature_is_accepted_by_the_standard_library_as_plain_RSA_PSS()
    {
        using RSA rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(Key.Spki.Span, out _);

        Assert.True(rsa.VerifyData(Message.ToArray(), Key.Sign(Message), HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
    }

    [Fact]
    public void Native_and_managed_private_operations_give_the_same_bytes()
    {
        RSAParameters parameters = RsaPrimes.ToParameters(PrimeSearch.Find(1), PrimeSearch.Find(2));
        byte[] encoded = new byte[EnclaveSigningKey.SignatureLength];
        EmsaPss.Encode(SHA256.HashData(Message.ToArray()), new byte[32], encoded);
        byte[] byDefault = new byte[EnclaveSigningKey.SignatureLength];
        byte[] managed = new byte[EnclaveSigningKey.SignatureLength];

        RawRsa.Create(parameters).Apply(encoded, byDefault);
        new ManagedRawRsa(parameters).Apply(encoded, managed);

        Assert.Equal(managed, byDefault);
    }

    [Fact]
    public async Task One_key_signs_on_many_threads_at_once()
    {
        byte[] expected = Key.Sign(Message);

        byte[][] signatures = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Key.Sign(Message))));

        Assert.All(signatures, signature => Assert.Equal(expected, signature));
    }
}
