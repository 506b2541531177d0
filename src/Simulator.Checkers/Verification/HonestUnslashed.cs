using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Verification;

/// <summary>Compares who lost a bond for an answer with who cheated in it, which only those who cheat know.</summary>
/// <remarks>
/// Judges only where honest executions agree to the last digit: otherwise false slashes are a measured figure. The party
/// that plants tests is slashed for them by design. Forgets an answer when nobody can be slashed for it any more, and a fraud
/// that concerns no committed answer after a day.
/// </remarks>
public sealed class HonestUnslashed : Checker
{
    private const string InferenceChain = "inference";

    private static readonly SimDuration LongestToCommit = SimDuration.FromDays(1);

    private readonly SortedDictionary<Hash32, Cheating> cheatings = [];
    private readonly Queue<(SimTime At, Hash32 Answer)> attempts = new();
    private readonly Queue<AnswerPosted> open = new();
    private readonly SortedSet<Hash32> disputed = [];
    private readonly List<Hash32> ruled = [];
    private VerificationDeclared? rules;

    public override string Name => "honest.unslashed";

    public override string Rule =>
        "With identical execution profiles and exact comparison, nobody loses a bond who has not cheated.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case VerificationDeclared declared: rules = declared; break;
            case FraudAttempted attempt: OnAttempted(attempt, fact.At); break;
            case AnswerPosted posted: open.Enqueue(posted); break;
            case AnswerDisputed dispute: disputed.Add(dispute.Answer); break;
            case AnswerRuled ruling: ruled.Add(ruling.Answer); break;
            case BondTaken taken: OnTaken(taken, fact.At); break;
            case BlockProduced { Chain: InferenceChain } block: Forget(block); break;
            default: break;
        }
    }

    // The subject names an answer, or what one verifier says about a committed one.
    private void OnAttempted(FraudAttempted attempt, SimTime at)
    {
        int end = attempt.Subject.IndexOf('@', StringComparison.Ordinal);
        bool isWord = Hash32.TryParse(end < 0 ? null : attempt.Subject[..end], out Hash32 answer);
        answer = isWord ? answer : Keccak256.HashText(attempt.Subject);
        if (!cheatings.TryGetValue(answer, out Cheating? cheating))
        {
            cheatings[answer] = cheating = new Cheating();
        }

        attempts.Enqueue((at, answer));
        cheating.LastAt = at;
        if (isWord)
        {
            cheating.Words.Add(attempt.Subject);
        }
        else
        {
            cheating.IsWrong = true;
        }

        while (at - attempts.Peek().At > LongestToCommit)
        {
            (SimTime oldest, Hash32 old) = attempts.Dequeue();
            if (cheatings.TryGetValue(old, out Cheating? kept) && kept.LastAt == oldest && !disputed.Contains(old))
            {
                cheatings.Remove(old);
            }
        }
    }

    private void OnTaken(BondTaken taken, SimTime at)
    {
        if (rules is not { Exact: true })
        {
            return;
        }

        Cheating? cheating = cheatings.GetValueOrDefault(taken.Answer);
        bool hasCheated = taken.Offence == "wrong_answer"
            ? taken.Party == rules.Tester || cheating?.IsWrong == true
            : cheating?.Words.Contains($"{taken.Answer}@{taken.Party}") == true;
        Judge(hasCheated, at, taken.Party, $"lost {taken.Lost} as {taken.Offence} for {taken.Answer}, and did not cheat");
    }

    // A ruling and what it costs stand in one block. A revealed test ends an answer that nobody disputed.
    private void Forget(BlockProduced block)
    {
        foreach (Hash32 answer in ruled)
        {
            cheatings.Remove(answer);
            disputed.Remove(answer);
        }

        ruled.Clear();
        while (open.TryPeek(out AnswerPosted? oldest) && oldest.Due < block.UnixTime)
        {
            open.Dequeue();
            if (!disputed.Contains(oldest.Answer) && oldest.Node != rules?.Tester)
            {
                cheatings.Remove(oldest.Answer);
            }
        }
    }

    private sealed class Cheating
    {
        public bool IsWrong { get; set; }

        public SortedSet<string> Words { get; } = new(StringComparer.Ordinal);

        public SimTime LastAt { get; set; }
    }
}
