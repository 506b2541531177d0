using Simulator.Chain.State;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;

namespace Simulator.Chain.Permit2;

/// <summary>Which nonces of which owner are used.</summary>
/// <remarks>
/// The real contract remembers for ever. Here a word is forgotten <c>keepSeconds</c> after the latest deadline among
/// the
/// permits that used it: all of these permits are then refused as expired before their nonce is looked at, so none can
/// be
/// replayed. What remains different: an owner who signs a second permit with the same nonce and a deadline more than
/// <c>keepSeconds</c> later can have that one settled too. A word the owner invalidated is kept for ever, because the
/// permits it kills may have any deadline.
/// </remarks>
internal sealed class NonceBitmap
{
    private readonly ulong keepSeconds;
    private readonly StateTable<(Address Owner, UInt256 Word), NonceWord> words;
    private readonly StateSchedule<(Address Owner, UInt256 Word)> expiry;

    public NonceBitmap(WorldState state, Address permit2, ulong keepSeconds)
    {
        this.keepSeconds = keepSeconds;
        words = state.Table<(Address Owner, UInt256 Word), NonceWord>(permit2, 0, WriteKey, WriteWord);
        expiry = state.Schedule<(Address Owner, UInt256 Word)>();
    }

    /// <summary>Words that are remembered.</summary>
    public int Words => words.Count;

    public UInt256 BitsOf(Address owner, UInt256 word) => words[(owner, word)].Bits;

    /// <summary>False when the nonce was used before.</summary>
    public bool TryUse(Address owner, UInt256 nonce, UInt256 deadline)
    {
        (UInt256 word, byte bit) = Permit2Nonce.Of(nonce);
        (Address Owner, UInt256 Word) key = (owner, word);
        NonceWord before = words[key];
        if (before.Has(bit))
        {
            return false;
        }

        Replace(key, before, before.With(bit, KeepUntil(deadline)));
        return true;
    }

    public void Invalidate(Address owner, UInt256 word, UInt256 mask)
    {
        NonceWord before = words[(owner, word)];
        NonceWord after = before.With(mask, NonceWord.Forever);
        if (!after.Bits.IsZero)
        {
            Replace((owner, word), before, after);
        }
    }

    public void Prune(ulong now)
    {
        while (expiry.TryTakeBefore(now, out (Address Owner, UInt256 Word) key))
        {
            words[key] = default;
        }
    }

    private static void WriteKey(SlotWriter writer, (Address Owner, UInt256 Word) key)
    {
        writer.Address(key.Owner);
        writer.UInt256(key.Word);
    }

    private static void WriteWord(SlotWriter writer, NonceWord word)
    {
        writer.UInt256(word.Bits);
        writer.UInt64(word.KeepUntil);
    }

    private void Replace((Address Owner, UInt256 Word) key, NonceWord before, NonceWord after)
    {
        words[key] = after;
        if (before.KeepUntil == after.KeepUntil)
        {
            return;
        }

        if (!before.Bits.IsZero && before.KeepUntil != NonceWord.Forever)
        {
            expiry.Remove(before.KeepUntil, key);
        }

        if (after.KeepUntil != NonceWord.Forever)
        {
            expiry.Add(after.KeepUntil, key);
        }
    }

    private ulong KeepUntil(UInt256 deadline)
    {
        UInt256 until = deadline.High == UInt128.MaxValue ? deadline : deadline + (UInt256)keepSeconds;
        return until > (UInt256)ulong.MaxValue ? NonceWord.Forever : (ulong)until.Low;
    }
}
