using Simulator.Actors.Rpc;
using Simulator.Chain.Disputes;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Verifiers;

/// <summary>The part of a full node that rules on disputes: it executes the question itself and says what came out.</summary>
/// <remarks>
/// An answer is wrong when it is not what the own execution gave; whether the challenger's output is right changes nothing.
/// Lives on the validator's host.
/// </remarks>
public sealed class Juror(JurorSettings settings) : ContractAgent(settings.Account, settings.Poll)
{
    private const int MostRulings = 200;

    private readonly ContractBatch<AnswerRuling> rulings =
        new(MostRulings, rows => new RuleOnAnswersCall(Contract, rows));

    private readonly SortedSet<Hash32> known = [];
    private readonly SortedDictionary<ulong, AnswerRow> cases = [];
    private ulong numbers;
    private ulong listing;

    private protected override PartyDeclared Declare(Address address, string actor) =>
        new(address, actor, "validators", PartyRole.Verifier);

    private protected override void Forget()
    {
        cases.Clear();
        rulings.Clear();
        known.Clear();
        listing = 0;
    }

    private protected override void OnDue(IActorContext context)
    {
        Post(rulings, context);
        listing = Ask(new OpenDisputesCall(Contract, Address), context);
    }

    private protected override void OnMessage(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case AnswerReexecuted message: OnReexecuted(message); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private protected override void OnView(EthCallReply reply, IActorContext context)
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
