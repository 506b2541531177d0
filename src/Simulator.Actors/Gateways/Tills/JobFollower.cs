using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Network;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>Takes orders about channels to facilitators and follows their jobs, each by a name of its own.</summary>
/// <remarks>Sends: <see cref="PostSettle"/>, <see cref="GetSettlement"/>. Periods as in <see cref="SettlementDesk"/>.</remarks>
internal sealed class JobFollower(CallNumbers calls, FacilitatorPolicy policy)
{
    private static readonly SimDuration PollPeriod = SimDuration.FromSeconds(2);

    /// <summary>Polls without a job id before the call counts as lost.</summary>
    private const int PollsWithoutJob = 5;

    private readonly SortedDictionary<string, Followed> open = new(StringComparer.Ordinal);
    private readonly SortedDictionary<ulong, string> nameOfCall = [];

    public bool IsOpen(string name) => open.ContainsKey(name);

    public void Clear()
    {
        open.Clear();
        nameOfCall.Clear();
    }

    public void Post(string name, KnownFacilitator facilitator, FacilitatorRequest order, IActorContext context)
    {
        open[name] = new Followed(facilitator);
        context.Tell(facilitator.Actor, new PostSettle(Call(name), JsonBody.Of(order.ToJson())));
        context.StartTimer(PollPeriod, new SettlementPollDue(name));
    }

    /// <summary>The order's name when the facilitator did not take it.</summary>
    public string? OnSettleReply(SettleReply reply)
    {
        if (!nameOfCall.Remove(reply.Call, out string? name) || !open.TryGetValue(name, out Followed? job))
        {
            return null;
        }

        job.Id = reply.Job;
        return reply.Job is null ? End(name) : null;
    }

    /// <summary>The order's name when the facilitator has been silent for too long.</summary>
    public string? OnPollDue(SettlementPollDue due, IActorContext context)
    {
        if (!open.TryGetValue(due.Session, out Followed? job))
        {
            return null;
        }

        if (job.Id is null && ++job.Polls >= PollsWithoutJob)
        {
            policy.OnSilent(job.Facilitator, context.Now);
            return End(due.Session);
        }

        if (job.Id is { } id)
        {
            context.Tell(job.Facilitator.Actor, new GetSettlement(Call(due.Session), id));
        }

        context.StartTimer(PollPeriod, due);
        return null;
    }

    /// <summary>The order's name and the result, null when the facilitator has lost the job; nothing while it goes on.</summary>
    public (string Name, SettleResponse? Result)? OnSettlementReply(SettlementReply reply)
    {
        if (!nameOfCall.Remove(reply.Call, out string? name)
            || !open.ContainsKey(name)
            || reply.Status is not (JobStatus.Succeeded or JobStatus.Unknown))
        {
            return null;
        }

        bool isRead = SettleResponse.FromJson(reply.Body).TryGet(out SettleResponse? response);
        return (End(name), isRead && reply.Status == JobStatus.Succeeded ? response : null);
    }

    private string End(string name)
    {
        open.Remove(name);
        foreach (ulong call in nameOfCall.Where(pair => pair.Value == name).Select(pair => pair.Key).ToList())
        {
            nameOfCall.Remove(call);
        }

        return name;
    }

    private ulong Call(string name)
    {
        ulong call = calls.Next();
        nameOfCall.Add(call, name);
        return call;
    }

    private sealed class Followed(KnownFacilitator facilitator)
    {
        public KnownFacilitator Facilitator => facilitator;

        public string? Id { get; set; }

        public int Polls { get; set; }
    }
}
