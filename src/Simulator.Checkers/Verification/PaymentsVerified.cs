using System.Globalization;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Verification;

/// <summary>
/// Rebuilds from blocks which answers stood verified when, and from proofs who checked them, and compares what was settled.
/// </summary>
public sealed class PaymentsVerified : Checker
{
    private const string InferenceChain = "inference";

    private readonly SortedDictionary<RequestId, string> modes = new(Comparer<RequestId>.Create(Compare));
    private readonly SortedDictionary<Hash32, Standing> answers = [];
    private readonly SortedDictionary<string, SessionBook> sessions = new(StringComparer.Ordinal);
    private readonly SortedSet<RequestId> proven = new(Comparer<RequestId>.Create(Compare));
    private long now;

    public override string Name => "payments.verified";

    public override string Rule =>
        "Where a user asked for re-execution or a proof, money moves only for answers that stand verified.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case VerificationAsked asked when asked.Mode is "reexecute" or "zk": modes[asked.Request] = asked.Mode; break;
            case BlockProduced { Chain: InferenceChain } block: now = block.UnixTime; break;
            case AnswerPosted posted: answers[posted.Answer] = new Standing(posted.Due); break;
            case AnswerDisputed disputed: Set(disputed.Answer, "disputed"); break;
            case AnswerRuled ruled: Set(ruled.Answer, ruled.Outcome); break;
            case ProofChecked { Valid: true } proof: proven.Add(proof.Request); break;
            case SessionOpened opened: sessions[opened.Session] = new SessionBook(opened.Gateway); break;
            case SessionCharged { Accepted: true } charged: OnCharged(charged); break;
            case SettlementFinished finished: OnFinished(finished, fact.At); break;
            default: break;
        }
    }

    private void Set(Hash32 answer, string state)
    {
        if (answers.TryGetValue(answer, out Standing? standing))
        {
            standing.State = state;
        }
    }

    private void OnCharged(SessionCharged charged)
    {
        if (sessions.TryGetValue(charged.Session, out SessionBook? session) && modes.ContainsKey(charged.Request))
        {
            session.Charged.Add(charged.Request);
        }
    }

    private void OnFinished(SettlementFinished finished, SimTime at)
    {
        if (!sessions.Remove(finished.Session, out SessionBook? session))
        {
            return;
        }

        foreach (RequestId request in session.Charged)
        {
            if (finished.Refusal is null && !finished.Amount.IsZero)
            {
                Judge(request, session.Gateway, at);
            }

            modes.Remove(request);
            proven.Remove(request);
        }
    }

    private void Judge(RequestId request, string gateway, SimTime at)
    {
        if (modes[request] == "zk")
        {
            Judge(proven.Contains(request), at, request.ToString(), "was paid for without a valid proof");
            return;
        }

        Hash32 name = Keccak256.HashText($"{request}@{gateway}");
        string state = answers.TryGetValue(name, out Standing? standing) ? standing.At(now) : "never committed";
        Judge(
            state == "verified",
            at,
            request.ToString(),
            string.Create(CultureInfo.InvariantCulture, $"was paid for while its answer by {gateway} was {state}"));
    }

    private static int Compare(RequestId left, RequestId right)
    {
        int order = string.CompareOrdinal(left.User, right.User);
        return order != 0 ? order : left.Number.CompareTo(right.Number);
    }

    private sealed class Standing(long due)
    {
        public string State { get; set; } = "open";

        public string At(long now) => State == "open" && now > due ? "verified" : State;
    }

    private sealed record SessionBook(string Gateway)
    {
        public List<RequestId> Charged { get; } = [];
    }
}
