namespace Simulator.Protocol.Ohttp;

/// <summary>
/// Seals a stream of server-sent events. One event is always held back, so that the last one, normally
/// <c>data: [DONE]</c>, becomes the final chunk.
/// </summary>
public sealed class OhttpEventWriter(OhttpChunkWriter chunks)
{
    private byte[]? heldBack;
    private bool hasStarted;

    /// <summary>Takes the next event; returns the bytes that may go out now.</summary>
    public byte[] Push(ReadOnlySpan<byte> serverSentEvent)
    {
        byte[] preamble = Start();
        byte[] chunk = heldBack is null ? [] : chunks.Chunk(heldBack);
        heldBack = serverSentEvent.ToArray();
        return [.. preamble, .. chunk];
    }

    /// <summary>Ends the stream; a stream without events ends in an empty final chunk.</summary>
    public byte[] Finish()
    {
        byte[] preamble = Start();
        return [.. preamble, .. chunks.Final(heldBack ?? [])];
    }

    private byte[] Start()
    {
        byte[] preamble = hasStarted ? [] : chunks.Preamble;
        hasStarted = true;
        return preamble;
    }
}
