namespace Simulator.Protocol.Attestation;

/// <summary>Whose certificate and for how long, for people. Times: Unix seconds, inclusive.</summary>
public sealed record CertificateSummary(string Subject, long NotBefore, long NotAfter);
