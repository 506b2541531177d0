using Simulator.Actors.Rpc;
using Simulator.Actors.Transactions;
using Simulator.Chain.Disputes;
using Simulator.Chain.Execution;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Verifiers;

/// <summary>The part of a full node that rules on disputes: it executes the question itself and says what came out.</summary>
/// <remarks>
/// An answer is wrong when it is not what the own execution gave; whether the challenger's output is right changes nothing.
/// Lives on the validator's host. Sends: <see cref="EthCall"/> and, through <see cref="TransactionSender"/>, transactions.
/// </remarks>
public sealed class Juror(JurorSettings settings) : IActor
{
    private const int MostRulings = 200;

    private static readonly Address Contract = AnswerVerification.DefaultAddress;

    private readonly TransactionSender sender = new(settings.Account);
    private readonly ContractBatch<AnswerRuling> rulings =
        new(MostRulings, rows => new RuleOnAnswersCall(Contract, rows));

    private readonly SortedSet<Hash32> known = [];
    private readonly SortedDictionary<ulong, AnswerRow> cases = [];
    private ulong numbers;
    private ulong listing;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: OnRestarted(context); break;
            case DisputesDue: OnDisputesDue(context); break;
            case EthCallReply message: OnEthCallReply(message, context); break;
            case AnswerReexecuted message: OnReexecuted(message); break;
            case CallSigned message: sender.OnSigned(message, context); break;
            case ConfirmationDue message: sender.OnConfirmationDue(message, context); break;
            case SendRawTransactionReply: break;
            case GetTransactionCountReply message: sender.OnNonce(message); break;
            case GetReceiptReply message: sender.OnReceipt(message); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        context.Observe(new PartyDeclared(sender.Address, context.Name, "validators", PartyRole.Verifier));
        context.StartTimer(settings.Poll, new DisputesDue());
    }

    private void OnRestarted(IActorContext context)
    {
        cases.Clear();
        rulings.Clear();
        known.Clear();
        listing = 0;
        sender.OnRestarted(context);
        sender.AskNonce(context);
        context.StartTimer(settings.Poll, new DisputesDue());
    }

    private void OnDisputesDue(IActorContext context)
    {
        context.StartTimer(settings.Poll, new DisputesDue());
        if (!sender.IsReady)
        {
            sender.AskNonce(context);
            return;
        }

        foreach ((PricedCall call, ulong gas, _) in rulings.TakeAll())
        {
            sender.Send(call, gas, context);
        }

        listing = ++numbers;
        OpenDisputesCall view = new(Contract, sender.Address);
        context.Tell(settings.Account.FullNode, new EthCall(listing, sender.Address, Contract, view.Encode()));
    }

    private void OnEthCallReply(EthCallReply reply, IActorContext context)
    {
        if (reply.Call != listing || ListedDispute.TryRead(reply.Data) is not { } disputes)
        {
            return;
        }

        // What is no longer listed has been ruled on, or is over.
        known.IntersectWith(disputes.Select(dispute => dispute.Row.Answer));
        foreach (ListedDispute dispute in disputes.Where(dispute => known.Add(dispute.Row.Answer)))
        {
            ulong number = ++numbers;
            cases.Add(number, dispute.Row);
            Reexecution execution = new(settings.Execution, dispute.Question);
            context.StartJob(
                execution.Key, execution.Compute, settings.ExecutionTime, done => execution.Complete(number, done));
        }
    }

    // A question that has no answer proves nothing against the node: no output contradicts its own.
    private void OnReexecuted(AnswerReexecuted done)
    {
        if (cases.Remove(done.Case, out AnswerRow? row))
        {
            bool upheld = done.Output is not null && OutputString.Hash(done.Output) != row.Output;
            rulings.Add(new AnswerRuling(row.Answer, upheld));
        }
    }
}
