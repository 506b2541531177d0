using System.Collections.Immutable;

using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Tests.Enclaves;

namespace Simulator.Protocol.Tests.Corruption.Messages;

/// <summary>An attestation document and the two things that it binds.</summary>
internal static class AttestationMessages
{
    private const long Seconds = 1_800_000_000;
    private const string BesideNote =
        "Given beside an untouched document, whose own verdict the verifier's memory keeps.";

    private static readonly AttestationMemory Memory = new();
    private static readonly SimulatedVendor Vendor = new();
    private static readonly EnclaveSigningKey Key = TestKeys.Pool[0];
    private static readonly byte[] Tls = EnclaveTlsCertificate.Make("corruption", "localhost", Seconds);
    private static readonly ImmutableArray<byte> Register = [.. Enumerable.Repeat((byte)0x5A, 48)];
    private static readonly byte[] Document = Vendor.Attest(new AttestationRequest(
        AttestationRequest.ModuleIdOf("node 0", 0),
        new EnclaveMeasurements(Register, Register, Register),
        Seconds * 1000,
        KeyBinding.Encode(Tls, Key.Spki.Span)));

    private static readonly Meaning Sample = Meaning.Of(Check(Document, Key.Spki, Tls).Payload!);

    public static IReadOnlyList<MessageType> Types { get; } =
    [
        new MessageType("attestation document", Document, JudgeDocument),
        new MessageType("TLS certificate beside a document", Tls, bytes => JudgeBeside(Key.Spki, bytes))
        {
            Note = BesideNote,
        },
        new MessageType("signing key beside a document", Key.Spki.ToArray(), bytes => JudgeBeside(bytes, Tls))
        {
            Note = BesideNote,
        },
    ];

    private static AttestationCheck Check(byte[] document, ReadOnlyMemory<byte> key, byte[] tls) =>
        AttestationVerifier.Verify(document, key, tls, Vendor.RootPem, Seconds);

    private static Fate JudgeDocument(byte[] bytes)
    {
        AttestationCheck check = Check(bytes, Key.Spki, Tls);
        return check.IsValid
            ? Fate.Accepted(Sample.FirstDifference(Meaning.Of(check.Payload!)))
            : Fate.Refused(check.Verdict);
    }

    private static Fate JudgeBeside(ReadOnlyMemory<byte> key, byte[] tls)
    {
        AttestationCheck check = Memory.Verify(Document, key, tls, Vendor.RootPem, Seconds);
        return check.IsValid ? Fate.Same : Fate.Refused(check.Verdict);
    }
}
