using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A node finished computing an answer.</summary>
/// <param name="Request">The request.</param>
/// <param name="Node">Actor name of the gateway whose enclave computed it.</param>
/// <param name="Model">Name and version.</param>
/// <param name="ModelBlob">Blob id of the file that ran.</param>
/// <param name="InputHash">As the answer says: keccak of the canonical request bytes.</param>
/// <param name="OutputHash">As the answer says: keccak of the output string.</param>
/// <param name="Queued">Time waited for a free slot.</param>
/// <param name="Computed">Service time.</param>
public sealed record InferenceCompleted(
    RequestId Request,
    string Node,
    string Model,
    string ModelBlob,
    Hash32 InputHash,
    Hash32 OutputHash,
    SimDuration Queued,
    SimDuration Computed) : Observation;
