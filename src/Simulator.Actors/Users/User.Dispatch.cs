using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Network;
using Simulator.Actors.Users.Choices;
using Simulator.Kernel;
using Simulator.Records;

namespace Simulator.Actors.Users;

/// <summary>Whom a user asks, how long it waits there, what it makes of that, and where it turns next.</summary>
public sealed partial class User
{
    /// <summary>No node that the user knows serves the model it asks for.</summary>
    public const string NoCapableNode = "no_capable_node";

    private const ushort ServerError = 500;

    private readonly NodeBook book = new();
    private readonly SortedDictionary<string, string> sessions = new(StringComparer.Ordinal);
    private KnownNode? avoided;
    private ulong nodeChoices;

    // The client library keeps to its node; any other rule decides for every request.
    private void ChooseForRequest(IActorContext context)
    {
        if (!settings.Choice.KeepsNode)
        {
            Choose(registry?.Latest ?? settings.Nodes, context);
        }
    }

    private void Choose(IReadOnlyList<KnownNode> known, IActorContext context)
    {
        node = null;
        Purse.Forget();
        List<KnownNode> able = [.. known.Where(candidate => candidate.Card?.Serves(settings.Questions.Model) ?? true)];
        if (avoided is not null && able.Any(candidate => candidate.Name != avoided.Name))
        {
            able.RemoveAll(candidate => candidate.Name == avoided.Name);
        }

        avoided = null;
        if (able.Count > 0)
        {
            node = settings.Choice.Choose(able, book, new ChoiceMoment(context.Now, context.Random, nodeChoices++));
            ResumeSession(node);
        }
    }

    private void BeginTry(OpenRequest request, IActorContext context)
    {
        request.Tries++;
        (request.AskedAt, request.Rated) = (context.Now, false);
        book.Of(request.Node!).Ask(context.Now);
        request.Deadline = settings.Deadline is { } deadline
            ? context.StartTimer(deadline, new DeadlineMissed(request.Attempt, request.Tries))
            : null;
    }

    // Whoever is given up may have worked, and been paid for: the client library pays twice in that case too.
    private void OnDeadlineMissed(DeadlineMissed missed, IActorContext context)
    {
        if (!open.TryGetValue(missed.Attempt, out OpenRequest? request) || request.Tries != missed.Try)
        {
            return;
        }

        request.Deadline = null;
        request.Closed.Add(request.Node!.Gateway);
        NoteUnserved(request, isRefused: false, context);
        request.PaymentsLost += request.Paid ? 1 : 0;
        (request.Paid, request.Intent) = (false, null);
        DropSession(request);
        Rate(request, isGood: false, waited: true, context);
        RetryElsewhere(request, RequestFate.TimedOut, null, context);
    }

    private void RetryElsewhere(OpenRequest request, RequestFate fate, string? error, IActorContext context)
    {
        if (request.Retries == settings.Retries)
        {
            Finish(request.Attempt, fate, error, context);
            return;
        }

        request.Retries++;
        StopDeadline(request, context);
        Purse.Leave(request, context);
        avoided = settings.Choice.KeepsNode ? null : request.Node;
        if (registry is null)
        {
            Choose(settings.Nodes, context);
        }

        Connect(request, context);
    }

    private static void StopDeadline(OpenRequest request, IActorContext context)
    {
        if (request.Deadline is { } running)
        {
            context.CancelTimer(running);
            request.Deadline = null;
        }
    }

    // A purse keeps the session of one node; a user of many hands it the one that runs with the node chosen.
    private void ResumeSession(KnownNode chosen)
    {
        if (sessions.TryGetValue(chosen.Name, out string? running))
        {
            Purse.Resume(running);
        }
    }

    private void KeepSession(OpenRequest request, string? named, IActorContext context)
    {
        Purse.Learn(request, named, context);
        if (named is not null && !settings.Choice.KeepsNode)
        {
            sessions[request.Node!.Name] = named;
        }
    }

    private void DropSession(OpenRequest request)
    {
        Purse.Forget();
        if (request.Node is not null)
        {
            sessions.Remove(request.Node.Name);
        }
    }

    // Who never answered in the user's patience has failed it; who refused a payment has not.
    private void RateFate(OpenRequest request, RequestFate fate, IActorContext context)
    {
        if (fate != RequestFate.Refused && request.Node is not null)
        {
            Rate(request, fate == RequestFate.Accepted, waited: true, context);
        }
    }

    private void Rate(OpenRequest request, bool isGood, bool waited, IActorContext context)
    {
        if (request.Rated || request.Node is null)
        {
            return;
        }

        request.Rated = true;
        NodeExperience experience = book.Of(request.Node);
        experience.Ask(request.AskedAt);
        experience.Rate(isGood, waited ? context.Now - request.AskedAt : null, context.Now);
        if (!settings.Choice.KeepsNode)
        {
            context.Observe(new NodeRated(context.Name, request.Node.Name, experience.TrustAt(context.Now)));
        }
    }

    private bool IsFromClosedConnection(in Envelope envelope)
    {
        int? attempt = envelope.Message switch
        {
            PaymentRequiredReply reply => reply.Attempt,
            InferenceReply reply => reply.Attempt,
            ProvenReply reply => reply.Reply.Attempt,
            ErrorReply reply => reply.Attempt,
            HandshakeFailed reply => reply.Attempt,
            _ => null,
        };
        return attempt is { } number
            && open.TryGetValue(number, out OpenRequest? request)
            && request.Node?.Gateway != envelope.From
            && request.Closed.Contains(envelope.From);
    }
}
