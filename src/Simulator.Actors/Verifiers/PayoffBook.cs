using Simulator.Chain.Disputes;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Verifiers;

/// <summary>What a verifier's words have brought it, answer by answer, as it reads from the chain afterwards.</summary>
internal sealed class PayoffBook(VerifierPrices prices, SimDuration settled)
{
    private readonly Queue<Word> open = new();

    public void Add(Hash32 answer, CheckDecision decision, bool approved, OpgAmount cost, SimTime now) =>
        open.Enqueue(new Word(answer, decision, approved, cost, now));

    public void Clear() => open.Clear();

    /// <summary>Words old enough to have come to their end.</summary>
    public IReadOnlyList<Word> TakeSettled(SimTime now, int most)
    {
        List<Word> due = [];
        while (due.Count < most && open.TryPeek(out Word? word) && now - word.Since > settled)
        {
            due.Add(open.Dequeue());
        }

        return due;
    }

    /// <summary>In atto-OPG; an answer of which nothing is known any more has brought what it cost.</summary>
    public Int128 PayoffOf(Word word, AnswerStatus status)
    {
        bool isWrong = status is AnswerStatus.Convicted or AnswerStatus.Test;
        OpgAmount gained = word.Approved ? prices.Reward : isWrong ? prices.Bounty : OpgAmount.Zero;
        bool isPunished = word.Approved ? isWrong : status == AnswerStatus.Verified;
        OpgAmount lost = word.Cost + (isPunished ? prices.Penalty : OpgAmount.Zero);
        return (Int128)gained.BaseUnits - (Int128)lost.BaseUnits;
    }

    /// <summary>What was said of one answer.</summary>
    /// <param name="Answer">Its name.</param>
    /// <param name="Decision">What was decided.</param>
    /// <param name="Approved">Whether it was called right.</param>
    /// <param name="Cost">Of the execution, if there was one.</param>
    /// <param name="Since">When it was said.</param>
    internal sealed record Word(Hash32 Answer, CheckDecision Decision, bool Approved, OpgAmount Cost, SimTime Since);
}
