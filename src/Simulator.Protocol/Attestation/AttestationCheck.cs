using System.Collections.Immutable;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Attestation;

/// <summary>How a document fared, and what could be read of it before a rule broke.</summary>
public sealed record AttestationCheck
{
    internal AttestationCheck(AttestationVerdict verdict, AttestationPayload? payload)
    {
        Verdict = verdict;
        Payload = payload;
    }

    /// <summary>Valid, or the first broken rule.</summary>
    public AttestationVerdict Verdict { get; internal init; }

    public bool IsValid => Verdict == AttestationVerdict.Valid;

    /// <summary>Zero unless valid; zero also when a register is longer than 64 bytes, the chain's quirk.</summary>
    public Hash32 PcrHash => IsValid ? Payload!.Measurements!.Hash : Hash32.Zero;

    /// <summary>Null when the document could not be read that far.</summary>
    public AttestationPayload? Payload { get; }

    /// <summary>The verified path, leaf first; empty unless one was found.</summary>
    public ImmutableArray<CertificateSummary> Path => [.. Certificates.Select(certificate => certificate.Summary)];

    internal ImmutableArray<Certificate> Certificates { get; init; } = [];
}
