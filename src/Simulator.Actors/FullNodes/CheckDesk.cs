using Simulator.Chain.Consensus;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Consensus;

namespace Simulator.Actors.FullNodes;

/// <summary>Checks what arrives, one after another, each in its stated time; what is checked goes on to the machine.</summary>
/// <remarks>
/// A vote takes effect when its check is done. Only the vote that completes two thirds can cause anything, so only its
/// check gets an event; the checks before it are taken up with it. The result is the same as with an event for each,
/// at half the cost.
/// </remarks>
internal sealed class CheckDesk(
    ValidatorSet validators, ConsensusMachine machine, SimDuration voteCheck, Action<Message> checkedOff)
{
    private readonly Queue<(long Finish, Message Message)> waiting = new();
    private readonly ArrivedPower prevotes = new(validators, VoteType.Prevote);
    private readonly ArrivedPower precommits = new(validators, VoteType.Precommit);
    private long busyUntil;

    /// <summary>A vote arrived.</summary>
    public void Add(CastVote message, IActorContext context)
    {
        TakeUp(context.Now);
        if (voteCheck == SimDuration.Zero && waiting.Count == 0)
        {
            checkedOff(message);
            return;
        }

        Add(message, voteCheck, Decides(message.Vote), context);
    }

    /// <summary>Something else arrived that takes a while to check.</summary>
    public void Add(Message message, SimDuration check, IActorContext context)
    {
        TakeUp(context.Now);
        if (check == SimDuration.Zero && waiting.Count == 0)
        {
            checkedOff(message);
            return;
        }

        Add(message, check, decides: true, context);
    }

    /// <summary>An own vote needs no check but counts.</summary>
    public void CountOwn(Vote vote)
    {
        if (voteCheck != SimDuration.Zero)
        {
            Decides(vote);
        }
    }

    public void OnChecksDone(IActorContext context)
    {
        TakeUp(context.Now);

        // A vote that did not hold, or came twice, makes the next one decisive.
        if (waiting.Count > 0 && (prevotes.IsAheadOf(machine) || precommits.IsAheadOf(machine)))
        {
            Wake(waiting.Peek().Finish, context);
        }
    }

    /// <summary>Takes up every check that is done by now.</summary>
    public void TakeUp(SimTime now)
    {
        while (waiting.TryPeek(out (long Finish, Message Message) first) && first.Finish <= now.NanosecondsSinceStart)
        {
            waiting.Dequeue();
            checkedOff(first.Message);
        }
    }

    private void Add(Message message, SimDuration check, bool decides, IActorContext context)
    {
        busyUntil = Math.Max(busyUntil, context.Now.NanosecondsSinceStart) + check.Nanoseconds;
        waiting.Enqueue((busyUntil, message));
        if (decides)
        {
            Wake(busyUntil, context);
        }
    }

    private static void Wake(long at, IActorContext context) =>
        context.StartTimer(new SimDuration(at - context.Now.NanosecondsSinceStart), ChecksDone.Instance);

    private bool Decides(Vote vote)
    {
        if (vote.Height != machine.Height || vote.Round != machine.Round || !validators.Contains(vote.Validator))
        {
            return true;
        }

        ArrivedPower arrived = vote.Type == VoteType.Prevote ? prevotes : precommits;
        if (!arrived.IsFor(vote.Height, vote.Round))
        {
            Recount(arrived);
        }

        return arrived.Add(vote);
    }

    // What was heard of this round before it began.
    private void Recount(ArrivedPower arrived)
    {
        arrived.Reset(machine.Height, machine.Round);
        for (int i = 0; i < validators.Count; i++)
        {
            if (machine.VoteOf(machine.Round, arrived.Type, i) is { } counted)
            {
                arrived.Add(counted);
            }
        }

        foreach ((_, Message message) in waiting)
        {
            if (message is CastVote { Vote: { } vote } && vote.Type == arrived.Type && vote.Height == machine.Height
                && vote.Round == machine.Round && validators.Contains(vote.Validator))
            {
                arrived.Add(vote);
            }
        }
    }
}
