using Simulator.Actors.Verifiers;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Gateways.Verification;

/// <summary>Proves answers of the node on whose host it is, first come first served.</summary>
/// <remarks>
/// The proof system is modelled as perfectly sound: there is a proof exactly where executing the asked model gives the
/// output, which is found out by executing it. Sends: <see cref="AnswerProven"/>.
/// </remarks>
public sealed class Prover(ProverSettings settings, Func<ActorRef> gateway) : IActor
{
    private readonly Queue<ProveAnswer> waiting = new();
    private readonly SortedDictionary<ulong, ProveAnswer> proving = [];

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: context.Observe(new ProverDeclared(settings.Machine.Party)); break;
            case Restarted: OnRestarted(); break;
            case ProveAnswer message: OnProveAnswer(message, context); break;
            case AnswerReexecuted message: OnReexecuted(message, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnRestarted()
    {
        waiting.Clear();
        proving.Clear();
    }

    private void OnProveAnswer(ProveAnswer work, IActorContext context)
    {
        waiting.Enqueue(work);
        StartNext(context);
    }

    private void StartNext(IActorContext context)
    {
        while (proving.Count < settings.Slots && waiting.TryDequeue(out ProveAnswer? work))
        {
            if (!proving.TryAdd(work.Ticket, work))
            {
                continue;
            }

            Reexecution execution = new(settings.Execution, work.Question);
            settings.Machine.Charge(settings.Proving, "proof", context);
            context.StartJob(
                execution.Key, execution.Compute, settings.Proving, done => execution.Complete(work.Ticket, done));
        }
    }

    private void OnReexecuted(AnswerReexecuted done, IActorContext context)
    {
        if (proving.Remove(done.Case, out ProveAnswer? work))
        {
            bool holds = done.Output is not null && OutputString.Hash(done.Output) == work.Output;
            context.Tell(gateway(), new AnswerProven(work.Ticket, holds));
            StartNext(context);
        }
    }
}
