using System.Collections.Concurrent;
using System.Security.Cryptography;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Enclaves;

/// <summary>The public keys met so far, by SHA-256 of what names them; forgotten all at once when full.</summary>
/// <remarks>Safe for concurrent use. Only time depends on it, never an answer.</remarks>
internal sealed class ParsedKeyCache<T>(int capacity, Func<byte[], T?> parse)
    where T : class, IDisposable
{
    private readonly ConcurrentDictionary<Hash32, ParsedKey<T>> keys = new();

    /// <param name="name">Bytes that are equal only for equal keys.</param>
    /// <param name="encoded">What the parser reads.</param>
    public ParsedKey<T> Of(ReadOnlySpan<byte> name, ReadOnlySpan<byte> encoded)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(name, digest);
        Hash32 id = new(digest);
        if (keys.TryGetValue(id, out ParsedKey<T>? known))
        {
            return known;
        }

        if (keys.Count >= capacity)
        {
            keys.Clear();
        }

        return keys.GetOrAdd(id, new ParsedKey<T>(encoded.ToArray(), parse));
    }
}
