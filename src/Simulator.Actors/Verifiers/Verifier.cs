using Simulator.Actors.Network;
using Simulator.Actors.Rpc;
using Simulator.Chain.Disputes;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Verifiers;

/// <summary>Draws committed answers, fetches question and answer, executes, and says on chain what came out.</summary>
/// <remarks>
/// Answers that nodes do not show are passed over: nothing on chain could prove that they were not shown. Sends
/// <see cref="GetAnswer"/> to nodes.
/// </remarks>
public sealed class Verifier : ContractAgent
{
    /// <summary>What a challenge says was wrong.</summary>
    public const string OutputMismatch = "output_mismatch";

    private const int MostListed = 200;
    private const int MostReports = 100;
    private const int MostChallenges = 40;

    private readonly VerifierSettings settings;
    private readonly VerifierConduct conduct;
    private readonly PayoffBook payoffs;
    private readonly BondWithdrawal withdrawal;
    private readonly ContractBatch<(Hash32 Answer, Hash32 Output)> reports =
        new(MostReports, rows => new ReportChecksCall(Contract, rows));

    private readonly ContractBatch<AnswerChallenge> challenges =
        new(MostChallenges, rows => new ChallengeAnswersCall(Contract, rows));

    private readonly SortedDictionary<ulong, AnswerCase> cases = [];
    private readonly Queue<ulong> waiting = new();
    private readonly SortedDictionary<ulong, IReadOnlyList<PayoffBook.Word>> asked = [];
    private ulong numbers;
    private ulong next;
    private ulong listing;
    private int busy;

    public Verifier(VerifierSettings settings) : base(settings.Account, settings.Poll)
    {
        this.settings = settings;
        payoffs = new PayoffBook(settings.Prices, settings.Settled);
        withdrawal = new BondWithdrawal(settings.LeavesAt);
        conduct = settings.Adapts is { } rules ? new AdaptiveChecking(rules, settings.Group)
            : settings.Fraud?.ConductOf(settings.Group) ?? VerifierConduct.Honest;
    }

    private protected override PartyDeclared Declare(Address address, string actor) =>
        new(address, actor, settings.Group, PartyRole.Verifier);

    private protected override void Forget()
    {
        cases.Clear();
        waiting.Clear();
        asked.Clear();
        reports.Clear();
        challenges.Clear();
        payoffs.Clear();
        (busy, listing) = (0, 0);
    }

    private protected override void OnDue(IActorContext context)
    {
        Post(reports, context);
        Post(challenges, context);
        if (!TryLeave(withdrawal, context))
        {
            List(context);
        }

        LookBack(context);
    }

    private protected override void OnMessage(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case GetAnswerReply message: OnAnswer(message, context); break;
            case AnswerReexecuted message: OnReexecuted(message, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private protected override void OnView(EthCallReply reply, IActorContext context)
    {
        if (asked.Remove(reply.Call, out IReadOnlyList<PayoffBook.Word>? words))
        {
            Learn(words, ListedStatuses.TryRead(reply.Data));
        }
        else if (reply.Call == listing && ListedAnswer.TryRead(reply.Data) is { } listed)
        {
            listing = 0;
            next = listed.Next;
            foreach (ListedAnswer answer in listed.Answers)
            {
                Consider(answer, context);
            }

            if (listed.Answers.Count == MostListed)
            {
                List(context);
            }
        }
    }

    private void List(IActorContext context) =>
        listing = Ask(new AnswersSinceCall(Contract, next, MostListed), context);

    private void Consider(ListedAnswer answer, IActorContext context)
    {
        bool isDrawn = context.Random.Draw(Draws.Audit, answer.Row.Answer.Prefix64).Chance(settings.AuditRate);
        if (!isDrawn || !settings.Sources.TryGetValue(answer.Node, out (string Name, ActorRef Actor) source))
        {
            return;
        }

        CheckDecision decision = conduct.Decide(answer, source.Name, context);
        switch (decision)
        {
            case CheckDecision.Approve:
                Report(answer.Row.Answer, decision, answer.Row.Output, OpgAmount.Zero, context);
                break;
            case CheckDecision.Check or CheckDecision.Accuse:
                cases.Add(++numbers, new AnswerCase(answer, decision));
                context.Tell(source.Actor, new GetAnswer(numbers, answer.Row.Answer));
                break;
        }
    }

    private void OnAnswer(GetAnswerReply reply, IActorContext context)
    {
        if (!cases.TryGetValue(reply.Call, out AnswerCase? open) || open.Shown is not null)
        {
            return;
        }

        AnswerRow row = open.Listed.Row;
        if (Keccak256.Hash(reply.Question) != row.Input)
        {
            cases.Remove(reply.Call);
            return;
        }

        open.Shown = reply;
        if (open.Decision == CheckDecision.Accuse)
        {
            cases.Remove(reply.Call);
            Challenge(open, Keccak256.Hash(row.Output.ToArray()), OpgAmount.Zero, context);
            return;
        }

        waiting.Enqueue(reply.Call);
        StartNext(context);
    }

    private void StartNext(IActorContext context)
    {
        while (busy < settings.Slots && waiting.TryDequeue(out ulong number))
        {
            busy++;
            Reexecution execution = new(settings.Execution, cases[number].Shown!.Question);
            settings.Machine.Charge(settings.CheckTime, "check", context);
            context.StartJob(
                execution.Key, execution.Compute, settings.CheckTime, done => execution.Complete(number, done));
        }
    }

    private void OnReexecuted(AnswerReexecuted done, IActorContext context)
    {
        if (!cases.Remove(done.Case, out AnswerCase? open) || open.Shown is null)
        {
            return;
        }

        busy--;
        OpgAmount cost = settings.Machine.Of(settings.CheckTime);
        AnswerRow row = open.Listed.Row;
        bool isShown = OutputString.Hash(open.Shown.Output) == row.Output;
        if (done.Output is { } own && isShown && settings.Comparison.Agree(open.Shown.Output, own))
        {
            Report(row.Answer, CheckDecision.Check, row.Output, cost, context);
        }
        else if (done.Output is not null)
        {
            context.Observe(new FraudNoticed(open.Shown.Subject, context.Name, OutputMismatch));
            Challenge(open, OutputString.Hash(done.Output), cost, context);
        }

        StartNext(context);
    }

    private void Report(Hash32 answer, CheckDecision decision, Hash32 output, OpgAmount cost, IActorContext context)
    {
        reports.Add((answer, output));
        Remember(answer, decision, true, cost, context);
    }

    private void Challenge(AnswerCase open, Hash32 output, OpgAmount cost, IActorContext context)
    {
        challenges.Add(new AnswerChallenge(open.Listed.Row.Answer, output, open.Shown!.Question));
        Remember(open.Listed.Row.Answer, open.Decision, false, cost, context);
    }

    // Only one that learns looks back.
    private void Remember(Hash32 answer, CheckDecision decision, bool approved, OpgAmount cost, IActorContext context)
    {
        if (settings.Adapts is not null)
        {
            payoffs.Add(answer, decision, approved, cost, context.Now);
        }
    }

    private void LookBack(IActorContext context)
    {
        IReadOnlyList<PayoffBook.Word> settled = payoffs.TakeSettled(context.Now, MostListed);
        if (settled.Count > 0)
        {
            StatusesOfCall view = new(Contract, [.. settled.Select(word => word.Answer)]);
            asked.Add(Ask(view, context), settled);
        }
    }

    private void Learn(IReadOnlyList<PayoffBook.Word> words, IReadOnlyList<AnswerStatus>? statuses)
    {
        if (statuses?.Count == words.Count)
        {
            foreach ((PayoffBook.Word word, AnswerStatus status) in words.Zip(statuses))
            {
                conduct.Learn(word.Decision, payoffs.PayoffOf(word, status));
            }
        }
    }

    private sealed class AnswerCase(ListedAnswer listed, CheckDecision decision)
    {
        public ListedAnswer Listed => listed;

        public CheckDecision Decision => decision;

        /// <summary>What the node showed.</summary>
        public GetAnswerReply? Shown { get; set; }
    }
}
