using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>An EIP-3009 payment that names scheme, domain and network correctly; the signature comes next.</summary>
/// <param name="Authorization">What the payer claims to have signed.</param>
/// <param name="Signature">As received.</param>
/// <param name="Terms">The server's requirements.</param>
/// <param name="Domain">The token's signing domain as the requirements state it.</param>
public sealed record Eip3009Candidate(
    TransferAuthorization Authorization, string Signature, EvmTerms Terms, TypedDataDomain Domain)
{
    public Address Payer => Authorization.From;

    public Hash32 Digest() => Authorization.TransferDigest(Domain);

    /// <summary>Pure and expensive.</summary>
    public bool IsSignedByPayer() => PayerSignature.IsBy(Payer, Digest(), Signature);

    public ContractCall SettleCall() =>
        new TransferWithAuthorizationCall(Terms.Asset, Authorization, CounterfactualSignature.Unwrap(Signature));
}
