using Simulator.Primitives;
using Simulator.Protocol.Blobs;

namespace Simulator.Records;

/// <summary>A client asked one replica for a blob, and what it made of the answer.</summary>
/// <param name="Blob">Id that was asked for.</param>
/// <param name="From">Actor name of the storage node.</param>
/// <param name="By">Name of the client: for an enclave, that of its gateway.</param>
/// <param name="Outcome">The client's own verdict.</param>
/// <param name="Body">What arrived; null when nothing did.</param>
/// <param name="Elapsed">Since the client began to look for the blob.</param>
public sealed record BlobFetched(
    BlobId Blob, string From, string By, BlobFetchOutcome Outcome, byte[]? Body, SimDuration Elapsed) : Observation;
