using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>The root of a batch is on chain, and its tree in storage.</summary>
/// <param name="Worker">The worker that settled it.</param>
/// <param name="Root">Root of the batch tree.</param>
/// <param name="Rows">The rows in the order of the tree's dump.</param>
/// <param name="BlobId">Blob id of the dump.</param>
/// <param name="Relay">The relay contract.</param>
/// <param name="Transaction">The call of <c>batchSettle</c>.</param>
/// <param name="Height">Its block.</param>
/// <param name="Held">Jobs that the worker still holds.</param>
public sealed record BatchEvidenceSettled(
    string Worker,
    Hash32 Root,
    IReadOnlyList<EvidenceRow> Rows,
    string BlobId,
    Address Relay,
    Hash32 Transaction,
    long Height,
    int Held) : Observation;
