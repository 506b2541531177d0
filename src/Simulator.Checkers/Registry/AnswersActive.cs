using Simulator.Checkers.Answers;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Registry;

/// <summary>Holds users to their word: no accepted answer of an enclave that was not enabled and active.</summary>
/// <remarks>
/// Judged at the block that the user's full node read at, because that is what the user could know. Users who never
/// said that they follow the registry are not judged; where there is no registry, active means attested beforehand.
/// </remarks>
public sealed class AnswersActive : Checker
{
    private readonly RegistryHistory history = new();
    private readonly SortedSet<string> followers = new(StringComparer.Ordinal);
    private readonly HashSet<Hash32> attested = [];
    private readonly TrustedAnswers onTrust = new();
    private readonly SortedDictionary<RequestId, Hash32> inHand = [];
    private readonly SortedDictionary<RequestId, StandingRead> readings = [];
    private readonly SortedDictionary<long, List<(SimTime At, StandingRead Reading)>> waiting = [];

    public override string Name => "answers.active";

    public override string Rule =>
        "No user that follows the registry accepts an answer of an enclave that was not enabled and active as it read it.";

    public override void Observe(in ObservedFact fact)
    {
        history.Observe(fact.What);
        onTrust.Observe(fact.What);
        switch (fact.What)
        {
            case RegistryFollowed said: followers.Add(said.User); break;
            case NodeAttested said: attested.Add(said.TeeId); break;
            case AnswerReceived said: inHand[said.Request] = said.TeeId; break;
            case StandingRead said: readings[said.Request] = said; break;
            case RequestFinished said: OnFinished(said, fact.At); break;
            case BlockProduced { Chain: RegistryHistory.Chain } said: JudgeUpTo(said.Height); break;
        }
    }

    /// <summary>Readings at blocks that never came to be are judged as what they are.</summary>
    public override void Complete()
    {
        foreach ((SimTime at, StandingRead reading) in waiting.Values.SelectMany(cases => cases))
        {
            Judge(false, at, reading.Request.ToString(), $"accepted by a reading at block {reading.Height}, which does not exist");
        }

        waiting.Clear();
    }

    private void OnFinished(RequestFinished said, SimTime at)
    {
        inHand.Remove(said.Request, out Hash32 teeId);
        readings.Remove(said.Request, out StandingRead? reading);
        if (said.Fate != RequestFate.Accepted || onTrust.Remove(said.Request))
        {
            return;
        }

        if (history.Head < 0)
        {
            Judge(attested.Contains(teeId), at, said.Request.ToString(), $"accepted from {teeId}, which nobody attested");
        }
        else if (followers.Contains(said.Request.User))
        {
            JudgeFollower(said.Request, teeId, reading, at);
        }
    }

    private void JudgeFollower(RequestId request, Hash32 teeId, StandingRead? reading, SimTime at)
    {
        if (reading is null || reading.TeeId != teeId || !reading.Active)
        {
            Judge(false, at, request.ToString(), $"accepted from {teeId} without having read that it is active");
            return;
        }

        if (!waiting.TryGetValue(reading.Height, out List<(SimTime At, StandingRead Reading)>? cases))
        {
            waiting[reading.Height] = cases = [];
        }

        cases.Add((at, reading));
        JudgeUpTo(history.Head);
    }

    // A user's full node may have a block before the one whose record this is.
    private void JudgeUpTo(long height)
    {
        while (waiting.Count > 0 && waiting.Keys.First() is long first && first <= height)
        {
            waiting.Remove(first, out List<(SimTime At, StandingRead Reading)>? cases);
            foreach ((SimTime at, StandingRead reading) in cases!)
            {
                bool active = history.At(reading.TeeId, first) is { Active: true };
                Judge(active, at, reading.Request.ToString(), $"accepted from {reading.TeeId}, not active at block {first}");
            }
        }
    }
}
