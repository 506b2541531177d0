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
/// Lives on the node's host. Sends: <see cref="AnswerResolved"/> to its gateway, <see cref="GetAnswerReply"/> to
/// verifiers, <see cref="EthCall"/> and, through <see cref="TransactionSender"/>, transactions to its full node.
/// </remarks>
public sealed class CommitmentAgent(CommitmentSettings settings, Func<ActorRef> gateway) : IActor
{
    /// <summary>Most answers in one transaction, and in one question about them.</summary>
    private const int MostRows = 100;

    private readonly TransactionSender sender = new(settings.Account);
    private readonly BondWithdrawal withdrawal = new(settings.LeavesAt);
    private readonly ContractBatch<AnswerRow> batch =
        new(MostRows, rows => new CommitAnswersCall(AnswerVerification.DefaultAddress, rows));

    private readonly SortedDictionary<Hash32, HeldAnswer> held = [];
    private readonly List<Hash32> order = [];
    private readonly SortedDictionary<ulong, IReadOnlyList<AnswerRow>> posted = [];
    private readonly SortedDictionary<ulong, Hash32[]> asked = [];
    private ulong calls;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: OnRestarted(context); break;
            case CommitAnswer message: OnCommitAnswer(message, context); break;
            case CommitmentsDue: OnDue(context); break;
            case GetAnswer message: OnGetAnswer(envelope.From, message, context); break;
            case EthCallReply message: OnStatuses(message, context); break;
            case CallSigned message: sender.OnSigned(message, context); break;
            case ConfirmationDue message: OnOutcome(sender.OnConfirmationDue(message, context), context); break;
            case SendRawTransactionReply: break;
            case GetTransactionCountReply message: sender.OnNonce(message); break;
            case GetReceiptReply message: OnOutcome(sender.OnReceipt(message), context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        context.Observe(new PartyDeclared(sender.Address, settings.Node, settings.Group, PartyRole.Node));
        context.StartTimer(settings.Batch, new CommitmentsDue());
    }

    // The gateway has given up what was under way, and what is on chain can no longer be paid for.
    private void OnRestarted(IActorContext context)
    {
        held.Clear();
        order.Clear();
        posted.Clear();
        asked.Clear();
        batch.Clear();
        sender.OnRestarted(context);
        sender.AskNonce(context);
        context.StartTimer(settings.Batch, new CommitmentsDue());
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

    private void OnDue(IActorContext context)
    {
        context.StartTimer(settings.Batch, new CommitmentsDue());
        if (!sender.IsReady)
        {
            sender.AskNonce(context);
            return;
        }

        foreach ((Chain.Execution.PricedCall call, ulong gas, IReadOnlyList<AnswerRow> rows) in batch.TakeAll())
        {
            posted.Add(sender.Send(call, gas, context), rows);
        }

        withdrawal.TryLeave(sender, context);
        AskStatuses(context);
    }

    private void AskStatuses(IActorContext context)
    {
        asked.Clear();
        order.RemoveAll(name => !held.ContainsKey(name));
        IEnumerable<Hash32> due = order.TakeWhile(name => context.Now - held[name].Since > settings.Window);
        foreach (Hash32[] names in due.Chunk(MostRows))
        {
            asked.Add(++calls, names);
            StatusesOfCall call = new(AnswerVerification.DefaultAddress, names);
            context.Tell(settings.Account.FullNode, new EthCall(calls, sender.Address, call.Target, call.Encode()));
        }
    }

    private void OnStatuses(EthCallReply reply, IActorContext context)
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
    private void OnOutcome(TransactionOutcome? outcome, IActorContext context)
    {
        if (outcome is { } known && posted.Remove(known.Number, out IReadOnlyList<AnswerRow>? rows) && known.Revert is not null)
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
