using Simulator.Actors.Network;
using Simulator.Actors.Platforms.Http;
using Simulator.Actors.Users;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Actors.Platforms;

/// <summary>Signs up at a platform and asks by the same arrival process and with the same questions as a user of the network.</summary>
/// <remarks>
/// Questions before the account is there, or after it was refused, are lost; nothing is asked twice, as on the network.
/// Sends: <see cref="PostSignUp"/>, <see cref="PostCompletion"/>.
/// </remarks>
public sealed class PlatformUser(PlatformUserSettings settings) : IActor
{
    private readonly SortedDictionary<int, TimerId> open = [];
    private string? key;
    private string noKey = PlatformRefusals.SignUpPending;
    private int asked;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: OnRestarted(context); break;
            case ArrivalDue message: OnArrivalDue(message, context); break;
            case SignUpReply message: (key, noKey) = (message.Key, message.Error ?? noKey); break;
            case CompletionReply message: OnReply(message, context); break;
            case PatienceEnded message: Finish(message.Attempt, RequestFate.TimedOut, null, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        context.Observe(new PartyDeclared(settings.Address, context.Name, settings.Group, PartyRole.User));
        SignUp(context);
        ScheduleArrival(1, context);
    }

    private void OnRestarted(IActorContext context)
    {
        foreach (int attempt in open.Keys.ToList())
        {
            Finish(attempt, RequestFate.TimedOut, null, context);
        }

        SignUp(context);
        ScheduleArrival(asked + 1, context);
    }

    // Whoever has an account is given its key again.
    private void SignUp(IActorContext context) =>
        context.Tell(settings.Platform, new PostSignUp(settings.Group, settings.Credit));

    private void ScheduleArrival(int attempt, IActorContext context)
    {
        SimDuration gap = settings.Arrivals.GapBefore(context.Random, attempt);
        if (context.Now + gap < settings.AsksUntil)
        {
            context.StartTimer(gap, new ArrivalDue(attempt));
        }
    }

    private void OnArrivalDue(ArrivalDue arrival, IActorContext context)
    {
        asked = arrival.Attempt;
        ScheduleArrival(asked + 1, context);
        byte[] body = settings.Questions.Compose(context.Random, Draws.Question, asked);
        open.Add(asked, context.StartTimer(settings.Patience, new PatienceEnded(asked)));
        context.Observe(new RequestIssued(
            IdOf(asked, context), settings.Group, context.NameOf(settings.Platform), settings.Questions.Model, body));
        if (key is null)
        {
            Finish(asked, RequestFate.Refused, noKey, context);
        }
        else
        {
            context.Tell(settings.Platform, new PostCompletion(asked, key, body));
        }
    }

    private void OnReply(CompletionReply reply, IActorContext context)
    {
        if (reply.Error is null && open.ContainsKey(reply.Attempt))
        {
            context.Observe(new AnswerTakenOnTrust(
                IdOf(reply.Attempt, context), context.NameOf(settings.Platform), reply.Price));
            context.Observe(new CostIncurred(context.Name, settings.Group, reply.Price, "platform"));
        }

        RequestFate fate = reply.Error is null ? RequestFate.Accepted : RequestFate.Refused;
        Finish(reply.Attempt, fate, reply.Error, context);
    }

    private void Finish(int attempt, RequestFate fate, string? reason, IActorContext context)
    {
        if (!open.Remove(attempt, out TimerId patience))
        {
            return;
        }

        context.CancelTimer(patience);
        RequestId request = IdOf(attempt, context);
        context.Observe(new RequestFinished(request, fate, reason));
        if (fate != RequestFate.Accepted)
        {
            context.Observe(new AccessRefused(
                request, settings.Group, context.NameOf(settings.Platform), reason ?? AccessRefused.NoAnswer));
        }
    }

    private static RequestId IdOf(int attempt, IActorContext context) => new(context.Name, attempt);
}
