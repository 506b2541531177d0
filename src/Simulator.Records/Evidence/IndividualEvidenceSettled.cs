using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>One answer is on chain in a transaction of its own, and published in storage.</summary>
/// <param name="Worker">The worker that settled it.</param>
/// <param name="Row">What went on chain.</param>
/// <param name="EthAddress">Who is said to have paid.</param>
/// <param name="BlobId">Blob id of request and answer.</param>
/// <param name="Relay">The relay contract.</param>
/// <param name="Transaction">The call of <c>settleIndividual</c>.</param>
/// <param name="Height">Its block.</param>
/// <param name="Held">Jobs that the worker still holds.</param>
public sealed record IndividualEvidenceSettled(
    string Worker,
    EvidenceRow Row,
    Address EthAddress,
    string BlobId,
    Address Relay,
    Hash32 Transaction,
    long Height,
    int Held) : Observation;
