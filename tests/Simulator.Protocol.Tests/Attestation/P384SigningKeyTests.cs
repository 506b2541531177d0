using System.Security.Cryptography;
using System.Text;
using Simulator.Protocol.Attestation;

namespace Simulator.Protocol.Tests.Attestation;

/// <summary>Vectors: RFC 6979 appendix A.2.6, P-384 with SHA-384.</summary>
public sealed class P384SigningKeyTests
{
    private const string Scalar = "6b9d3dad2e1b8c1c05b19875b6659f4de23c3b667bf297ba9aa47740787137d896d5724e4c70a825f872c9ea60d2edf5";

    [Theory]
    [InlineData(
        "sample",
        "94edbb92a5ecb8aad4736e56c691916b3f88140666ce9fa73d64c4ea95ad133c81a648152e44acf96e36dd1e80fabe46",
        "99ef4aeb15f178cea1fe40db2603138f130e740a19624526203b6351d0a3a94fa329c145786e679e7b82c71a38628ac8")]
    [InlineData(
        "test",
        "8203b63d3c853e8d77227fb377bcf7b7b772e97892a80f36ab775d509d7a5feb0542a7f0812998da8f1dd3ca3cf023db",
        "ddd0760448d42d8a43af45af836fce4de8be06b485e9b61b827c2f13173923e06a739f040649a667bf3b828246baa5a5")]
    public void A_signature_is_the_one_of_the_standard(string message, string r, string s)
    {
        P384SigningKey key = P384SigningKey.FromScalar(Convert.FromHexString(Scalar));

        Assert.Equal(r + s, Convert.ToHexStringLower(key.Sign(Encoding.ASCII.GetBytes(message))));
    }

    [Fact]
    public void The_public_key_is_the_one_of_the_standard()
    {
        P384SigningKey key = P384SigningKey.FromScalar(Convert.FromHexString(Scalar));

        Assert.Equal(
            "04ec3a4e415b4e19a4568618029f427fa5da9a8bc4ae92e02e06aae5286b300c64def8f0ea9055866064a254515480bc13"
            + "8015d9b72d7d57244ea8ef9ac0c621896708a59367f9dfb9f54ca84b3f1c9db1288b231c3ae0d4fe7344fd2533264720",
            Convert.ToHexStringLower(key.PublicKey.EncodedKeyValue.RawData));
    }

    [Fact]
    public void A_signature_is_accepted_by_the_standard_library_in_both_forms()
    {
        P384SigningKey key = P384SigningKey.FromName("a test");
        byte[] message = Encoding.ASCII.GetBytes("message");
        using ECDsa verifier = key.PublicKey.GetECDsaPublicKey()!;

        Assert.True(verifier.VerifyData(message, key.Sign(message), HashAlgorithmName.SHA384));
        Assert.True(verifier.VerifyData(message, key.SignDer(message), HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence));
        Assert.Equal(key.Sign(message), P384SigningKey.FromName("a test").Sign(message));
    }

    [Fact]
    public void Scalars_outside_the_group_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => P384SigningKey.FromScalar(new byte[48]));
        Assert.Throws<ArgumentOutOfRangeException>(() => P384SigningKey.FromScalar(Enumerable.Repeat((byte)0xFF, 48).ToArray()));
    }
}
