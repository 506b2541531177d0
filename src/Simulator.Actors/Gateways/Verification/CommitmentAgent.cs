using Simulator.Actors.Rpc;
using Simulator.Actors.Transactions;
using Simulator.Actors.Verifiers;
using Simulator.Chain.Disputes;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Gateways.Verification;

/// <summary>A node's side of re-execution: commits to answers in batches, shows them, and learns whether they stand.</summary>
/// <remarks>
/// Lives on the node's host. Sends: <see cref="AnswerResolved"/> to its gateway, <see cref="GetAnswerReply"/> to verifiers.
/// </remarks>
public sealed class CommitmentAgent(CommitmentSettings settings, Func<ActorRef> gateway)
    : ContractAgent(settings.Account, settings.Batch)
{
    /// <summary>Most answers in one transaction, and in one question about them.</summary>
    private const int MostRows = 100;

    private readonly BondWithdrawal withdrawal = new(settings.LeavesAt);
    private readonly ContractBatch<AnswerRow> batch = new(MostRows, rows => new CommitAnswersCall(Contract, rows));

    private readonly SortedDictionary<Hash32, HeldAnswer> held = [];
    private readonly List<Hash32> order = [];
    private readonly SortedDictionary<ulong, IReadOnlyList<AnswerRow>> posted = [];
    private readonly SortedDictionary<ulong, Hash32[]> asked = [];

    private protected override PartyDeclared Declare(Address address, string actor) =>
        new(address, settings.Node, settings.Group, PartyRole.Node);

    // The gateway has given up what was under way, and what is on chain can no longer be paid for.
    private protected override void Forget()
    {
        held.Clear();
        order.Clear();
        posted.Clear();
        asked.Clear();
        batch.Clear();
    }

    private protected override void OnDue(IActorContext context)
    {
        Post(batch, context, posted.Add);
        TryLeave(withdrawal, context);
        AskStatuses(context);
    }

    private protected override void OnMessage(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case CommitAnswer message: OnCommitAnswer(message, context); break;
            case GetAnswer message: OnGetAnswer(envelope.From, message, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnCommitAnswer(CommitAnswer answer, IActorContext context)
    {
        Hash32 name = Keccak256.HashText(answer.Subject);
        if (!held.TryAdd(name, new HeldAnswer(answer, context.Now)))
        {
            context.Tell(gateway(), new AnswerResolved(answer.Ticket, AnswerOutcome.Unresolved));
            return;
        }

        order.Add(name);
        batch.Add(new AnswerRow(
            name, Keccak256.Hash(answer.Question), OutputString.Hash(answer.Output), answer.Model));
    }

    private void AskStatuses(IActorContext context)
    {
        asked.Clear();
        order.RemoveAll(name => !held.ContainsKey(name));
        IEnumerable<Hash32> due = order.TakeWhile(name => context.Now - held[name].Since > settings.Window);
        foreach (Hash32[] names in due.Chunk(MostRows))
        {
            asked.Add(Ask(new StatusesOfCall(Contract, names), context), names);
        }
    }

    private protected override void OnView(EthCallReply reply, IActorContext context)
    {
        if (!asked.Remove(reply.Call, out Hash32[]? names)
            || ListedStatuses.TryRead(reply.Data) is not { } statuses || statuses.Count != names.Length)
        {
            return;
        }

        foreach ((Hash32 name, AnswerStatus status) in names.Zip(statuses))
        {
            if (held.TryGetValue(name, out HeldAnswer? answer) && OutcomeOf(status, answer, context.Now) is { } outcome)
            {
                Resolve(name, outcome, context);
            }
        }
    }

    private AnswerOutcome? OutcomeOf(AnswerStatus status, HeldAnswer answer, SimTime now) => status switch
    {
        AnswerStatus.Verified => AnswerOutcome.Verified,
        AnswerStatus.Convicted => AnswerOutcome.Convicted,
        AnswerStatus.Lapsed or AnswerStatus.Test => AnswerOutcome.Unresolved,
        _ => now - answer.Since > settings.GivenUpAfter ? AnswerOutcome.Unresolved : null,
    };

    // A batch of which no row was taken, as when the bond has gone, will never be verified.
    private protected override void OnConfirmed(TransactionOutcome outcome, IActorContext context)
    {
        if (posted.Remove(outcome.Number, out IReadOnlyList<AnswerRow>? rows) && outcome.Revert is not null)
        {
            foreach (AnswerRow row in rows)
            {
                Resolve(row.Answer, AnswerOutcome.Unresolved, context);
            }
        }
    }

    private void Resolve(Hash32 name, AnswerOutcome outcome, IActorContext context)
    {
        if (held.Remove(name, out HeldAnswer? answer))
        {
            context.Tell(gateway(), new AnswerResolved(answer.Answer.Ticket, outcome));
        }
    }

    private void OnGetAnswer(ActorRef verifier, GetAnswer call, IActorContext context)
    {
        GetAnswerReply reply = held.TryGetValue(call.Answer, out HeldAnswer? answer)
            ? new GetAnswerReply(call.Call, answer.Answer.Subject, answer.Answer.Question, answer.Answer.Output)
            : new GetAnswerReply(call.Call, "", [], "");
        context.Tell(verifier, reply);
    }

    private sealed record HeldAnswer(CommitAnswer Answer, SimTime Since);
}
