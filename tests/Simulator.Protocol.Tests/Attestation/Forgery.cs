using System.Collections.Concurrent;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Tests.Enclaves;

namespace Simulator.Protocol.Tests.Attestation;

/// <summary>A document built step by step under a test's own root, each step open to be spoilt.</summary>
internal sealed class Forgery
{
    public const long Now = 1_800_000_000;

    private static readonly ConcurrentDictionary<string, P384SigningKey> Keys = new();
    private static readonly Lazy<CertificateAuthority> Root = new(() =>
        CertificateAuthority.SelfSigned(Name("root"), Key("root"), Now - 9999, Now + 9999, pathLength: null));

    private static readonly EnclaveSigningKey EnclaveKey = TestKeys.Pool[0];
    private static readonly byte[] Tls = EnclaveTlsCertificate.Make("forgery", "localhost", Now - 60);

    public long BlockTime { get; set; } = Now;

    public byte[] SigningKey { get; set; } = EnclaveKey.Spki.ToArray();

    public byte[] TlsCertificate { get; set; } = Tls;

    public PublicKey LeafKey { get; set; } = Key("leaf").PublicKey;

    public (long From, long To) UpperValidity { get; set; } = (Now - 1000, Now + 1000);

    public int? UpperPathLength { get; set; } = 1;

    public List<X509Extension> LeafExtensions { get; } =
    [
        new X509BasicConstraintsExtension(false, false, 0, critical: true),
        new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: false),
    ];

    /// <summary>Replaces the lower authority's extensions.</summary>
    public List<X509Extension>? LowerExtensions { get; set; }

    /// <summary>Signs the leaf in the lower authority's place.</summary>
    public P384SigningKey LeafSigner { get; set; } = Key("lower");

    public byte[] Unprotected { get; set; } = [0xA0];

    public byte[]? Protected { get; set; }

    public byte[]? PayloadItem { get; set; }

    public byte[]? SignatureItem { get; set; }

    public List<Func<AttestationPayload, AttestationPayload>> PayloadEdits { get; } = [];

    public List<Func<byte[], byte[]>> PayloadByteEdits { get; } = [];

    public List<Func<byte[], byte[]>> SignatureEdits { get; } = [];

    public List<Func<byte[], byte[]>> DocumentEdits { get; } = [];

    public List<Func<string, string>> RootEdits { get; } = [];

    public AttestationVerdict Verdict() => Check().Verdict;

    public AttestationCheck Check()
    {
        CertificateAuthority root = Root.Value;
        byte[] document = DocumentEdits.Aggregate(Document(root), (bytes, edit) => edit(bytes));
        string pem = RootEdits.Aggregate(PemEncoding.WriteString("CERTIFICATE", root.Der), (text, edit) => edit(text));
        return AttestationVerifier.Verify(document, SigningKey, TlsCertificate, pem, BlockTime);
    }

    public static P384SigningKey Key(string name) => Keys.GetOrAdd(name, static name => P384SigningKey.FromName("forgery " + name));

    public static X500DistinguishedName Name(string name) => new("CN=" + name);

    private byte[] Document(CertificateAuthority root)
    {
        CertificateAuthority upper = root.Certify(Name("upper"), Key("upper"), UpperValidity.From, UpperValidity.To, UpperPathLength!.Value);
        byte[] lower = upper.Certify(Lower());
        CertificateTemplate leaf = new(Name("leaf"), LeafKey, Now - 3, Now + 3600);
        leaf.Extensions.AddRange(LeafExtensions);
        AttestationPayload payload = new()
        {
            ModuleId = "i-0123456789abcdef0-enc0123456789abcdef",
            Timestamp = (ulong)Now * 1000,
            Pcrs = new AttestationRequest(string.Empty, Image, 0, default).Registers(),
            Certificate = leaf.Sign(Name("lower"), LeafSigner),
            CaBundle = [root.Der, upper.Der, lower],
            PublicKey = "dummy"u8.ToArray(),
            UserData = KeyBinding.Encode(Tls, EnclaveKey.Spki.Span),
        };
        payload = PayloadEdits.Aggregate(payload, (value, edit) => edit(value));
        return Envelope(PayloadByteEdits.Aggregate(payload.Encode(), (bytes, edit) => edit(bytes)));
    }

    public static EnclaveMeasurements Image { get; } = new(
        [.. Enumerable.Repeat((byte)1, 48)], [.. Enumerable.Repeat((byte)2, 48)], [.. Enumerable.Repeat((byte)3, 48)]);

    private CertificateTemplate Lower()
    {
        CertificateTemplate template = new(Name("lower"), Key("lower").PublicKey, Now - 500, Now + 500);
        template.Extensions.AddRange(LowerExtensions ??
        [
            new X509BasicConstraintsExtension(true, true, 0, critical: true),
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true),
        ]);
        return template;
    }

    private byte[] Envelope(byte[] payload)
    {
        byte[] signature = Key("leaf").Sign(CoseSign1.SignedBytes(CoseSign1.Es384Header, payload));
        signature = SignatureEdits.Aggregate(signature, (bytes, edit) => edit(bytes));
        CborWriter writer = new();
        writer.WriteStartArray(4);
        writer.WriteEncodedValue(Protected ?? Bytes(CoseSign1.Es384Header));
        writer.WriteEncodedValue(Unprotected);
        writer.WriteEncodedValue(PayloadItem ?? Bytes(payload));
        writer.WriteEncodedValue(SignatureItem ?? Bytes(signature));
        writer.WriteEndArray();
        return writer.Encode();
    }

    private static byte[] Bytes(ReadOnlySpan<byte> bytes)
    {
        CborWriter writer = new();
        writer.WriteByteString(bytes);
        return writer.Encode();
    }
}
