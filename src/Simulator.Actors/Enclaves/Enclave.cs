using Simulator.Actors.Enclaves.Frauds;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Gateways.Verification;
using Simulator.Actors.Storage;
using Simulator.Actors.Storage.Http;
using Simulator.Inference.Execution;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;
using Simulator.Records;

namespace Simulator.Actors.Enclaves;

/// <summary>Runs models and signs what they say: a queue in front of a fixed number of slots, first come first served.</summary>
/// <remarks>
/// Paid questions and on-chain requests share queue and slots. Sends to the gateway on its own host:
/// <see cref="InferenceComputed"/>, <see cref="InferenceRefused"/>, <see cref="PreExecutionComputed"/>. Where enclaves boot
/// in the run, <see cref="EnclaveLife"/> has the rest.
/// </remarks>
public sealed class Enclave(EnclaveSettings settings, ActorRef gateway, string gatewayName) : IActor
{
    /// <summary>The queue is at capacity (HTTP 503).</summary>
    public const string QueueFull = "queue_full";

    /// <summary>The request waited and had to make room for another one (HTTP 503).</summary>
    public const string QueueDropped = "queue_dropped";

    /// <summary>The model exists, but no replica has served it to this node yet (HTTP 503).</summary>
    public const string ModelUnavailable = "model_unavailable";

    /// <summary>The enclave has no key yet (HTTP 503).</summary>
    public const string Booting = "enclave_booting";

    private readonly EnclaveLife? life =
        settings.Life is null ? null : new EnclaveLife(settings, settings.Life, gateway, gatewayName);

    private readonly AnswerFraud? fraud = settings.Fraud?.InEnclave();
    private readonly AdaptiveCheating? adaptive =
        settings.Adapts is null ? null : new AdaptiveCheating(settings.Adapts, settings.Group);

    private readonly ServedModels models = new(settings, gatewayName);
    private readonly WaitingLine waiting = new(settings.QueueCapacity, settings.WhenFull, settings.Price);
    private int busy;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: OnRestarted(context); break;
            case ComputeInference message: Take(message, context); break;
            case ComputePreExecution message: Take(message, context); break;
            case AnswerResolved message: adaptive?.OnResolved(message); break;
            case WorkFinished message: OnWorkFinished(message, context); break;
            case PreExecutionFinished message: OnPreExecutionFinished(message, context); break;
            case GetBlobReply message: models.OnReply(message, context); break;
            case BlobFetchTimedOut message: models.OnTimedOut(message, context); break;
            case FetchRetryDue message: models.OnRetryDue(message, context); break;
            case BootFinished: life?.OnBootFinished(context); break;
            case GetAttestation message: life?.OnGetAttestation(envelope.From, message, context); break;
            case DocumentMade message: context.Tell(message.Client, message.Reply); break;
            case HeartbeatDue message: life?.OnHeartbeatDue(message, context); break;
            case HeartbeatSigned message: life?.OnHeartbeatSigned(message, context); break;
            case HeartbeatReply message: life?.OnHeartbeatReply(message, context); break;
            case HeartbeatTimedOut message: life?.OnHeartbeatTimedOut(message, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }

        Invariant.That(busy <= settings.Slots);
        Invariant.That(waiting.Count <= settings.QueueCapacity);
        Invariant.That(waiting.Count == 0 || busy == settings.Slots);
    }

    private void OnStarted(IActorContext context)
    {
        models.FetchMissing(context);
        if (settings.DeclaredModels is { } declared)
        {
            context.Observe(new ModelsDeclared(gatewayName, declared));
        }

        if (life is not null)
        {
            life.Begin(context);
            return;
        }

        context.Observe(new NodeDeclared(
            settings.DeclaredKey.TeeId, gatewayName, settings.Group, settings.DeclaredKey.Spki.ToArray()));
        if (settings.Evidence is { } evidence)
        {
            context.Observe(new NodeAttested(
                settings.DeclaredKey.TeeId,
                evidence.Document,
                evidence.RootPem,
                evidence.TlsCertificate,
                evidence.PcrHash,
                evidence.BootTime));
        }
    }

    // Work in the slots died with the host, and with it the requests that waited: the gateway has given them up too.
    private void OnRestarted(IActorContext context)
    {
        busy = 0;
        if (waiting.Count > 0)
        {
            waiting.Clear();
            context.Observe(new QueueChanged(gatewayName, 0));
        }

        fraud?.OnRestarted();
        adaptive?.OnRestarted();
        life?.Begin(context);
        models.FetchMissing(context);
    }

    private void Take(Message work, IActorContext context)
    {
        if (life is { Key: null })
        {
            context.Tell(gateway, Refuse(work, Booting));
        }
        else if (models.IsEmpty)
        {
            context.Tell(gateway, Refuse(work, ModelUnavailable));
        }
        else if (busy < settings.Slots)
        {
            Start(work, SimDuration.Zero, context);
        }
        else if (waiting.Add(work, context.Now) is { } unlucky)
        {
            string name = ReferenceEquals(unlucky.Work, work) ? QueueFull : QueueDropped;
            context.Observe(new WorkTurnedAway(gatewayName, settings.Group, name, context.Now - unlucky.Since));
            context.Tell(gateway, Refuse(unlucky.Work, name));
        }
        else
        {
            context.Observe(new QueueChanged(gatewayName, waiting.Count));
        }
    }

    private static Message Refuse(Message work, string name) => work switch
    {
        ComputeInference paid => new InferenceRefused(paid.Ticket, 503, name),
        ComputePreExecution asked => new PreExecutionComputed(asked.Ticket, [], name),
        _ => throw Invariant.Unreachable(work),
    };

    private void Start(Message work, SimDuration queued, IActorContext context)
    {
        busy++;
        SimDuration service = settings.InferenceTime + settings.SigningTime;
        EnclaveSigningKey key = life?.Key ?? settings.SigningKey;
        switch (work)
        {
            case ComputeInference paid:
                SignedInference job = new(
                    settings, key, models.Current, paid.Ticket, paid.Body, context.Now, queued, service);
                StartPaid(Decide(job, context), context);
                break;
            case ComputePreExecution asked:
                ulong timestamp = (ulong)settings.Clock.At(context.Now + service);
                SignedPreExecution run = new(settings, key, models.Current, asked, timestamp);
                context.StartJob(null, run.Compute, service, Complete);
                break;
            default: throw Invariant.Unreachable(work);
        }
    }

    // An operator that learns from its payoffs cheats in some periods only.
    private SignedInference Decide(SignedInference honest, IActorContext context)
    {
        bool mayCheat = adaptive?.MayCheat(context) ?? true;
        SignedInference chosen = mayCheat && fraud is not null ? fraud.Decide(honest, context) : honest;
        adaptive?.OnStarted(chosen.Ticket, mayCheat, settings.Machine?.Of(chosen.Service) ?? OpgAmount.Zero);
        settings.Machine?.Charge(chosen.Service, "inference", context);
        return chosen;
    }

    private void StartPaid(SignedInference job, IActorContext context)
    {
        if (job.IsOpenEnded)
        {
            context.StartJob(
                null, job.Compute, job.Service, done => done.Outcome.Answer?.Computed ?? job.Service, Complete);
        }
        else
        {
            context.StartJob(null, job.Compute, job.Service, Complete);
        }
    }

    // Runs at the completion instant on the simulation's thread, so that facts are kept in the run's own order.
    private WorkFinished Complete((InferenceAnswer? Fact, WorkFinished Outcome) finished)
    {
        if (finished.Fact is not null)
        {
            settings.Facts.Record(finished.Fact);
        }

        return finished.Outcome;
    }

    private PreExecutionFinished Complete((InferenceAnswer? Fact, PreExecutionFinished Outcome) finished)
    {
        if (finished.Fact is not null)
        {
            settings.Facts.Record(finished.Fact);
        }

        return finished.Outcome;
    }

    private void OnWorkFinished(WorkFinished work, IActorContext context)
    {
        fraud?.OnFinished(work, settings.Models, gateway, context);
        context.Tell(gateway, work.Answer is not null ? work.Answer : work.Refusal!);
        FreeSlot(context);
    }

    private void OnPreExecutionFinished(PreExecutionFinished work, IActorContext context)
    {
        context.Tell(gateway, new PreExecutionComputed(work.Ticket, work.Result, work.Refusal));
        FreeSlot(context);
    }

    private void FreeSlot(IActorContext context)
    {
        busy--;
        if (waiting.Next() is { } next)
        {
            context.Observe(new QueueChanged(gatewayName, waiting.Count));
            Start(next.Work, context.Now - next.Since, context);
        }
    }
}
