using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Simulator.Protocol.Attestation;

/// <summary>Signs certificates with ecdsa-with-SHA384 (RFC 5758 §3.2), deterministically.</summary>
internal sealed class DeterministicSignatureGenerator(P384SigningKey key) : X509SignatureGenerator
{
    private const string EcdsaWithSha384 = "1.2.840.10045.4.3.3";

    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(EcdsaWithSha384);
        }

        return writer.Encode();
    }

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignDer(data);

    protected override PublicKey BuildPublicKey() => key.PublicKey;
}
