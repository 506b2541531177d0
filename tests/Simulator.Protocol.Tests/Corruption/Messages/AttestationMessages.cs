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
        "Given beside an untouched document, so that every earlier step of the check ends as it did; one value of each "
        + "byte goes through the complete check, the others through its last step alone.";

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
        new MessageType("attestation document", Document, JudgeDocument) { Values = CorruptedValues.EightBitFlips },
        new MessageType("attestation document, envelope", Document, JudgeDocument)
        {
            Positions = [.. Enumerable.Range(0, 10), Document.Length - 98, Document.Length - 97],
            Note = "The bytes around payload and signature.",
        },
        new MessageType("TLS certificate beside a document", Tls, JudgeTls) { Note = BesideNote },
        new MessageType("signing key beside a document", Key.Spki.ToArray(), JudgeKey) { Note = BesideNote },
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

    private static Fate JudgeTls(byte[] bytes) => JudgeBeside(
        bytes, Tls, Binding.BindsTlsCertificate(bytes), AttestationVerdict.TlsCertificateMismatch,
        () => Check(Document, Key.Spki, bytes));

    private static Fate JudgeKey(byte[] bytes) => JudgeBeside(
        bytes, Key.Spki.Span, Binding.BindsSigningKey(bytes), AttestationVerdict.SigningKeyMismatch,
        () => Check(Document, bytes, Tls));

    private static Fate JudgeBeside(
        ReadOnlySpan<byte> bytes,
        ReadOnlySpan<byte> sample,
        bool isBound,
        AttestationVerdict mismatch,
        Func<AttestationCheck> check)
    {
        int at = bytes.CommonPrefixLength(sample);
        AttestationVerdict verdict = isBound ? AttestationVerdict.Valid : mismatch;
        if (at == sample.Length || (bytes[at] ^ sample[at]) == 1)
        {
            Assert.Equal(verdict, check().Verdict);
        }

        return isBound ? Fate.Same : Fate.Refused(verdict);
    }

    private static KeyBinding Binding =>
        KeyBinding.TryRead(KeyBinding.Encode(Tls, Key.Spki.Span), out KeyBinding binding)
            ? binding
            : throw new InvalidOperationException("the sample's own user data");
}
