using Simulator.Primitives;
using Simulator.Protocol.Blobs;

namespace Simulator.Records;

/// <summary>A storage node says that it holds a blob.</summary>
/// <param name="Blob">Id of the content.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Node">Actor name of the storage node.</param>
public sealed record BlobStored(BlobId Blob, int Bytes, string Node) : Observation;
