using Simulator.Protocol.Blobs;

namespace Simulator.Actors.Storage;

/// <summary>How a fetch ended.</summary>
public abstract record BlobFetch
{
    private BlobFetch()
    {
    }

    /// <param name="Blob">What was asked for.</param>
    /// <param name="Body">Its content; nobody writes to it.</param>
    public sealed record Found(BlobId Blob, byte[] Body) : BlobFetch;

    /// <summary>No replica had it: <see cref="BlobFetcher.Unavailable"/>.</summary>
    public sealed record Missed(BlobId Blob) : BlobFetch;
}
