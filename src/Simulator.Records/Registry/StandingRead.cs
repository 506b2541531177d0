using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>What a user's reading of the registry says of the enclave whose answer it is about to judge.</summary>
/// <param name="Request">The request.</param>
/// <param name="TeeId">The enclave.</param>
/// <param name="Active">Whether it was active.</param>
/// <param name="Height">The block that the user's full node read at.</param>
public sealed record StandingRead(RequestId Request, Hash32 TeeId, bool Active, long Height) : Observation;
