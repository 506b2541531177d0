using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Enclaves;

/// <summary>What an operator fetches from an enclave before it registers it.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Document">COSE_Sign1 attestation document.</param>
/// <param name="SigningKey">DER SubjectPublicKeyInfo.</param>
/// <param name="TlsCertificate">DER; the leaf of the connection.</param>
public sealed record AttestationReply(
    ulong Call, byte[] Document, byte[] SigningKey, byte[] TlsCertificate) : Message, IMessage<AttestationReply>
{
    public static ushort Number => 263;

    public override ushort TypeNumber => Number;

    public override long WireBytes =>
        (2 * HttpSize.Response(4 * (Document.Length + SigningKey.Length) / 3)) + TlsCertificate.Length;

    public static AttestationReply Read(ref MessageReader reader) =>
        new(reader.UInt64(), reader.Bytes(), reader.Bytes(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Bytes(Document);
        writer.Bytes(SigningKey);
        writer.Bytes(TlsCertificate);
    }
}
