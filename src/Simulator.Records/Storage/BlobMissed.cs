using Simulator.Primitives;
using Simulator.Protocol.Blobs;

namespace Simulator.Records;

/// <summary>A client has asked every replica of a blob and has none.</summary>
/// <param name="Blob">Id that was asked for.</param>
/// <param name="By">Name of the client.</param>
/// <param name="Replicas">How many were asked.</param>
/// <param name="Elapsed">Since it began to look.</param>
public sealed record BlobMissed(BlobId Blob, string By, int Replicas, SimDuration Elapsed) : Observation;
