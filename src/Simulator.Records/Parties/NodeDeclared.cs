using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A node's enclave identity, as clients know it.</summary>
/// <param name="TeeId">keccak of <paramref name="SigningKey"/>.</param>
/// <param name="Name">Actor name of its gateway.</param>
/// <param name="Group">Name of the group in the scenario.</param>
/// <param name="SigningKey">DER SubjectPublicKeyInfo of the RSA-2048 signing key.</param>
public sealed record NodeDeclared(Hash32 TeeId, string Name, string Group, byte[] SigningKey) : Observation;
