namespace Simulator.Actors.Operators;

/// <summary>What a registration presents.</summary>
/// <param name="Document">COSE_Sign1 attestation document.</param>
/// <param name="SigningKey">DER SubjectPublicKeyInfo.</param>
/// <param name="TlsCertificate">DER.</param>
public sealed record RegistrationPapers(byte[] Document, byte[] SigningKey, byte[] TlsCertificate);
