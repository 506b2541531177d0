namespace Simulator.Protocol.Enclaves;

/// <summary>A public key kept ready for the next check. Library key objects serve one thread at a time.</summary>
/// <remarks>One parsed object is kept; a thread that comes while it is out parses its own.</remarks>
internal sealed class ParsedKey<T>(byte[] encoded, Func<byte[], T?> parse)
    where T : class, IDisposable
{
    private T? idle;
    private volatile bool isMalformed;

    /// <summary>The key, or null when it is malformed; give it back after use.</summary>
    public T? Rent()
    {
        if (isMalformed)
        {
            return null;
        }

        T? key = Interlocked.Exchange(ref idle, null) ?? parse(encoded);
        isMalformed = key is null;
        return key;
    }

    public void Return(T key) => Interlocked.Exchange(ref idle, key)?.Dispose();
}
