using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Verification;

/// <summary>Compares who lost a bond for an answer with who cheated in it, which only those who cheat know.</summary>
/// <remarks>
/// Judges only where honest executions agree to the last digit: otherwise false slashes are a measured figure. The party
/// that plants tests is slashed for them by design.
/// </remarks>
public sealed class HonestUnslashed : Checker
{
    private readonly HashSet<Hash32> wrongAnswers = [];
    private readonly HashSet<string> wrongWords = new(StringComparer.Ordinal);
    private readonly List<(BondTaken Taken, SimTime At)> slashes = [];
    private VerificationDeclared? rules;

    public override string Name => "honest.unslashed";

    public override string Rule =>
        "With identical execution profiles and exact comparison, nobody loses a bond who has not cheated.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case VerificationDeclared declared: rules = declared; break;
            case FraudAttempted attempt: OnAttempted(attempt); break;
            case BondTaken taken: slashes.Add((taken, fact.At)); break;
            default: break;
        }
    }

    // A fraud may be said after the block that punishes it only if the run is cut there.
    public override void Complete()
    {
        foreach ((BondTaken taken, SimTime at) in slashes.Where(_ => rules is { Exact: true }))
        {
            bool hasCheated = taken.Offence == "wrong_answer"
                ? taken.Party == rules!.Tester || wrongAnswers.Contains(taken.Answer)
                : wrongWords.Contains($"{taken.Answer}@{taken.Party}");
            Judge(hasCheated, at, taken.Party, $"lost {taken.Lost} as {taken.Offence} for {taken.Answer}, and did not cheat");
        }
    }

    private void OnAttempted(FraudAttempted attempt)
    {
        wrongAnswers.Add(Keccak256.HashText(attempt.Subject));
        wrongWords.Add(attempt.Subject);
    }
}
