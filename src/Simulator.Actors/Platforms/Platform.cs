using System.Text;
using Simulator.Actors.Enclaves;
using Simulator.Actors.Network;
using Simulator.Actors.Platforms.Http;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Platforms;

/// <summary>One company that answers for money: accounts, keys, quotas, bans, servers. Nothing that it says is signed.</summary>
/// <remarks>
/// Order of refusals: key, ban, bill, quota, room. Sends: <see cref="SignUpReply"/>, <see cref="CompletionReply"/>.
/// </remarks>
public sealed class Platform(PlatformSettings settings) : IActor
{
    private readonly SortedDictionary<string, Account> accounts = new(StringComparer.Ordinal);
    private readonly Queue<Held> waiting = new();
    private readonly SortedDictionary<ulong, Held> computing = [];
    private ulong tickets;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: context.Observe(new PlatformDeclared(context.Name)); break;
            case Restarted: OnRestarted(); break;
            case PostSignUp message:
                context.StartTimer(settings.SignUpDelay, new SignUpDecided(envelope.From, message));
                break;
            case SignUpDecided message: OnSignUpDecided(message, context); break;
            case PostCompletion message: OnPostCompletion(envelope.From, message, context); break;
            case CompletionComputed message: OnComputed(message, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }

        Invariant.That(computing.Count <= settings.Servers);
    }

    // Accounts are on disk; what was being computed, and sign-ups under way, died with the servers.
    private void OnRestarted()
    {
        waiting.Clear();
        computing.Clear();
    }

    private void OnSignUpDecided(SignUpDecided decided, IActorContext context)
    {
        string person = context.NameOf(decided.Client);
        ulong subject = StableHash.OfText(person);
        string group = decided.SignUp.Group;
        bool isBanned = settings.Bans.Any(ban => ban.HoldsFor(group, context.Now));
        if (isBanned || context.Random.Draw(Draws.RefusedSignUp, subject).Chance(settings.SignUpRefuses))
        {
            context.Tell(
                decided.Client,
                new SignUpReply(null, isBanned ? PlatformRefusals.AccountBanned : PlatformRefusals.SignUpRefused));
            return;
        }

        string key = "sk-" + KeyedUuid.From(context.Random.Draw(Draws.ApiKey, subject));
        accounts.TryAdd(key, new Account(settings, group, decided.SignUp.Credit));
        context.Tell(decided.Client, new SignUpReply(key, null));
    }

    private void OnPostCompletion(ActorRef client, PostCompletion post, IActorContext context)
    {
        if (!accounts.TryGetValue(post.Key, out Account? account))
        {
            Refuse(client, post.Attempt, 401, PlatformRefusals.InvalidApiKey, context);
            return;
        }

        if (account.Refuse(context.Now) is { } refusal)
        {
            Refuse(client, post.Attempt, refusal.Status, refusal.Name, context);
            return;
        }

        Held held = new(client, post, account, context.Now);
        if (computing.Count < settings.Servers)
        {
            Compute(held, context);
        }
        else if (waiting.Count < settings.QueueCapacity)
        {
            waiting.Enqueue(held);
        }
        else
        {
            Refuse(client, post.Attempt, 503, PlatformRefusals.Overloaded, context);
        }
    }

    private void Compute(Held held, IActorContext context)
    {
        ulong ticket = ++tickets;
        computing.Add(ticket, held with { StartedAt = context.Now });
        byte[] body = held.Post.Body;
        context.StartJob(null, () => Answer(ticket, body), settings.ServiceTime, Complete);
    }

    // A pure function; runs as a job.
    private (InferenceAnswer? Fact, CompletionComputed Outcome) Answer(ulong ticket, byte[] body)
    {
        if (PaidQuestion.Read(body, out RequestRefusal refusal) is not { } question)
        {
            return (null, new CompletionComputed(ticket, "", "", Hash32.Zero, refusal.ToString()));
        }

        if (settings.Models.Find(question.Model) is not ModelLookup.Found model
            || question.InputsOf(model.Blob) is not { } inputs)
        {
            return (null, new CompletionComputed(ticket, "", "", Hash32.Zero, $"Model '{question.Model}' is not supported"));
        }

        InferenceAnswer answer = settings.Inference.Run(model.Blob, inputs, ExecutionProfile.Default);
        return (answer, answer.Outcome switch
        {
            InferenceOutcome.Completed completed => new CompletionComputed(
                ticket, question.OutputOf(model.Blob, completed.Outputs), model.Blob.BlobId, question.RequestHash(), null),
            InferenceOutcome.Refused refused => new CompletionComputed(
                ticket, "", "", Hash32.Zero, InferenceRefusalNames.NameOf(refused.Reason)),
            _ => throw Invariant.Unreachable(answer.Outcome),
        });
    }

    private CompletionComputed Complete((InferenceAnswer? Fact, CompletionComputed Outcome) finished)
    {
        if (finished.Fact is not null)
        {
            settings.Facts.Record(finished.Fact);
        }

        return finished.Outcome;
    }

    private void OnComputed(CompletionComputed computed, IActorContext context)
    {
        if (computing.Remove(computed.Ticket, out Held? held))
        {
            Reply(held, computed, context);
        }

        if (computing.Count < settings.Servers && waiting.TryDequeue(out Held? next))
        {
            Compute(next, context);
        }
    }

    private void Reply(Held held, CompletionComputed computed, IActorContext context)
    {
        if (computed.Error is not null)
        {
            Refuse(held.Client, held.Post.Attempt, 400, computed.Error, context);
            return;
        }

        held.Account.Charge();
        PaidQuestion question = PaidQuestion.Read(held.Post.Body, out _) ?? throw Invariant.Unreachable(held.Post.Attempt);
        context.Observe(new InferenceCompleted(
            new RequestId(context.NameOf(held.Client), held.Post.Attempt),
            context.Name,
            question.Model,
            computed.ModelBlob,
            computed.InputHash,
            OutputString.Hash(computed.Output),
            held.StartedAt - held.Since,
            settings.ServiceTime));
        context.Tell(
            held.Client,
            new CompletionReply(held.Post.Attempt, 200, Encoding.UTF8.GetBytes(computed.Output), null, settings.Price));
    }

    private static void Refuse(ActorRef client, int attempt, ushort status, string name, IActorContext context) =>
        context.Tell(client, new CompletionReply(attempt, status, [], name, OpgAmount.Zero));

    private sealed record Held(ActorRef Client, PostCompletion Post, Account Account, SimTime Since)
    {
        public SimTime StartedAt { get; init; }
    }
}
