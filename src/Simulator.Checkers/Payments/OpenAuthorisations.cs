using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Payments;

/// <summary>What a judge knows of each authorisation, until an hour of block time after its deadline.</summary>
/// <remarks>
/// By then every contract refuses it. The hour is longer than any reorganisation takes back: 64 blocks of the payment
/// chain. Time is the newest block's own.
/// </remarks>
internal sealed class OpenAuthorisations<T>
    where T : class
{
    private const long GraceSeconds = 3_600;

    private readonly Dictionary<(Address Payer, UInt256 Nonce), (T Known, long Until)> open = [];
    private readonly SortedDictionary<long, List<(Address Payer, UInt256 Nonce)>> ends = [];
    private long now;

    /// <summary>What is known of it; null when nothing is.</summary>
    public T? Find(Address payer, UInt256 nonce) =>
        open.TryGetValue((payer, nonce), out (T Known, long Until) entry) ? entry.Known : null;

    /// <summary>Remembers it for as long as it can be used.</summary>
    public void Add(Address payer, UInt256 nonce, long deadline, T known) =>
        AddUntil((payer, nonce), deadline + GraceSeconds, known);

    /// <summary>Remembers one whose deadline nobody has said.</summary>
    public void AddUnsigned(Address payer, UInt256 nonce, T known) =>
        AddUntil((payer, nonce), now + GraceSeconds, known);

    /// <summary>Time goes on with the blocks.</summary>
    public void Observe(BlockProduced block)
    {
        now = Math.Max(now, block.UnixTime);
        while (ends.Count > 0 && ends.First() is (var until, var keys) && until < now)
        {
            ends.Remove(until);
            foreach ((Address Payer, UInt256 Nonce) key in keys)
            {
                if (open.TryGetValue(key, out (T Known, long Until) entry) && entry.Until == until)
                {
                    open.Remove(key);
                }
            }
        }
    }

    private void AddUntil((Address Payer, UInt256 Nonce) key, long until, T known)
    {
        open[key] = (known, until);
        if (!ends.TryGetValue(until, out List<(Address Payer, UInt256 Nonce)>? keys))
        {
            ends[until] = keys = [];
        }

        keys.Add(key);
    }
}
