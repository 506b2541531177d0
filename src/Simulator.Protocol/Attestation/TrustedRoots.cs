using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Simulator.Protocol.Attestation;

/// <summary>The roots an attestation may end in, read from PEM text (RFC 7468).</summary>
internal static class TrustedRoots
{
    private const string Label = "CERTIFICATE";

    public static ImmutableArray<Certificate> AwsNitro { get; } = Read(AwsNitroRoot.Pem);

    /// <summary>Every readable certificate of the text; unreadable blocks are passed over.</summary>
    public static ImmutableArray<Certificate> Read(ReadOnlySpan<char> pem)
    {
        ImmutableArray<Certificate>.Builder found = ImmutableArray.CreateBuilder<Certificate>();
        while (PemEncoding.TryFind(pem, out PemFields fields))
        {
            byte[] der = Convert.FromBase64String(pem[fields.Base64Data].ToString());
            if (pem[fields.Label].SequenceEqual(Label) && Certificate.TryParse(der, out Certificate? certificate))
            {
                found.Add(certificate);
            }

            pem = pem[fields.Location.End..];
        }

        return found.ToImmutable();
    }
}
