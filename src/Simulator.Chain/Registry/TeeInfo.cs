using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Ohttp;

namespace Simulator.Chain.Registry;

/// <summary>What the registry knows of an enclave.</summary>
/// <remarks>
/// Endpoint and payment address are whatever the operator wrote: nothing attests them. Times are Unix seconds of
/// blocks.
/// </remarks>
public sealed record TeeInfo(
    Hash32 TeeId,
    Address Owner,
    Address PaymentAddress,
    string Endpoint,
    byte[] PublicKey,
    byte[] TlsCertificate,
    Hash32 PcrHash,
    byte TeeType,
    bool Enabled,
    ulong RegisteredAt,
    ulong LastHeartbeatAt,
    OhttpConfig? Ohttp);

/// <summary>A registered OHTTP key; rotation keeps the first time and refreshes the second.</summary>
public sealed record OhttpConfig(OhttpKeyTerms Terms, ulong RegisteredAt, ulong UpdatedAt);

/// <summary>An approval of a measurement for one type of enclave; a revoked one stays on record.</summary>
public sealed record PcrApproval(bool Approved, ulong ApprovedAt, string Version);
