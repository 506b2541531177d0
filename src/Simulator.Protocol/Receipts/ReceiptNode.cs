using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Receipts;

/// <summary>The enclave that answered.</summary>
/// <param name="TeeId">Keccak-256 of the public key.</param>
/// <param name="PublicKey">DER SubjectPublicKeyInfo.</param>
/// <param name="Attestation">What the hardware vendor vouches for; null when the run did without.</param>
public sealed record ReceiptNode(Hash32 TeeId, byte[] PublicKey, ReceiptAttestation? Attestation)
{
    internal static ReceiptNode From(JsonMembers members) => new(
        members.Hash("teeId"),
        members.Base64("publicKey", TeeSignature.MaximumKeyLength),
        members.OptionalObject("attestation") is { } attestation ? ReceiptAttestation.From(attestation) : null);

    internal void Write(JsonTextWriter writer)
    {
        writer.Object("node").Text("teeId", TeeId.ToString()).Base64("publicKey", PublicKey);
        Attestation?.Write(writer);
        writer.End();
    }
}

/// <summary>The attestation under which the enclave was registered.</summary>
/// <param name="Document">The vendor's COSE_Sign1 document.</param>
/// <param name="Root">The vendor's root certificate, PEM.</param>
/// <param name="TlsCertificate">DER; bound by the document together with the signing key.</param>
/// <param name="PcrHash">Hash of the measurements, as approved in the registry.</param>
/// <param name="At">Unix seconds of the block that registered the enclave; the document is judged at this time.</param>
/// <param name="BootTime">Unix seconds at which the enclave started; its key was made then.</param>
public sealed record ReceiptAttestation(
    byte[] Document,
    string Root,
    byte[] TlsCertificate,
    Hash32 PcrHash,
    long At,
    long BootTime)
{
    private const int DocumentLengthMax = 16384;
    private const int CertificateLengthMax = 8192;

    internal static ReceiptAttestation From(JsonMembers members)
    {
        ReceiptAttestation attestation = new(
            members.Base64("document", DocumentLengthMax),
            members.Text("root"),
            members.Base64("tlsCertificate", CertificateLengthMax),
            members.Hash("pcrHash"),
            members.Whole("at"),
            members.Whole("bootTime"));
        if (attestation.Root.Length > CertificateLengthMax)
        {
            members.Refuse(ParseProblem.OutOfRange, "root");
        }

        return attestation;
    }

    internal void Write(JsonTextWriter writer) => writer.Object("attestation")
        .Base64("document", Document)
        .Text("root", Root)
        .Base64("tlsCertificate", TlsCertificate)
        .Text("pcrHash", PcrHash.ToString())
        .Integer("at", At)
        .Integer("bootTime", BootTime)
        .End();
}
