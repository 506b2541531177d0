using System.Collections.Concurrent;
using System.Numerics;
using Simulator.Primitives;

namespace Simulator.Protocol.Enclaves;

/// <summary>The keys of simulated enclaves: key number k is the same on every machine and in every run.</summary>
/// <remarks>
/// Keys are searched when first asked for and kept in a folder of the user's cache, never in a repository: they are
/// as public as this file and must guard nothing real. Safe for concurrent use; ask ahead with
/// <see cref="Prepare"/> to search on all cores.
/// </remarks>
public sealed class EnclaveKeyPool
{
    private static readonly ulong PoolSeed = StableHash.OfText("opgsim enclave key pool 1");

    private readonly ConcurrentDictionary<int, Lazy<EnclaveSigningKey>> keys = new();
    private readonly PrimeCache? cache;

    /// <param name="cacheFolder">Where primes are kept between runs; null keeps nothing.</param>
    public EnclaveKeyPool(string? cacheFolder)
    {
        cache = cacheFolder is null ? null : new PrimeCache(cacheFolder);
    }

    /// <summary>The pool over <c>$XDG_CACHE_HOME/opgsim/keys</c>, or <c>~/.cache/opgsim/keys</c>.</summary>
    public static EnclaveKeyPool OfThisMachine { get; } = new(PrimeCache.DefaultFolder());

    public EnclaveSigningKey KeyOf(BootIdentity boot) => this[boot.KeyIndex];

    /// <param name="index">Not negative.</param>
    public EnclaveSigningKey this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            return keys.GetOrAdd(
                index, static (k, pool) => new Lazy<EnclaveSigningKey>(() => pool.Make(k)), this).Value;
        }
    }

    /// <summary>Makes the keys of many boots at once, on all cores.</summary>
    public void Prepare(IEnumerable<BootIdentity> boots) => Parallel.ForEach(boots, boot => KeyOf(boot));

    private EnclaveSigningKey Make(int index)
    {
        if (cache is not null && cache.TryRead(index, out BigInteger first, out BigInteger second))
        {
            return EnclaveSigningKey.FromPrimes(first, second);
        }

        ulong seed = StableHash.Mix(PoolSeed, (ulong)index);
        first = PrimeSearch.Find(StableHash.Mix(seed, 0));
        second = PrimeSearch.Find(StableHash.Mix(seed, 1));
        cache?.Write(index, first, second);
        return EnclaveSigningKey.FromPrimes(first, second);
    }
}
