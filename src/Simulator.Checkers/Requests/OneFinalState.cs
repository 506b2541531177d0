using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Checkers.Requests;

/// <summary>Every request that was issued ends exactly once, and nothing ends that was not issued.</summary>
public sealed class OneFinalState : Checker
{
    private readonly SortedDictionary<string, UserRequests> users = new(StringComparer.Ordinal);
    private SimTime last;

    public override string Name => "requests.one_final_state";

    public override string Rule => "Every request reaches exactly one final state.";

    public override void Observe(in ObservedFact fact)
    {
        last = fact.At;
        switch (fact.What)
        {
            case RequestIssued issued:
                bool fresh = Of(issued.Request).Open.Add(issued.Request.Number) && issued.Request.Number == ++Of(issued.Request).Issued;
                Judge(fresh, fact.At, issued.Request.ToString(), "issued twice or out of order");
                break;
            case RequestFinished finished:
                OnFinished(finished, fact.At);
                break;
        }
    }

    public override void Complete()
    {
        foreach ((string user, UserRequests requests) in users)
        {
            foreach (int number in requests.Open)
            {
                Judge(false, last, new RequestId(user, number).ToString(), "never reached a final state");
            }
        }
    }

    private void OnFinished(RequestFinished finished, SimTime at)
    {
        UserRequests requests = Of(finished.Request);
        bool known = finished.Request.Number <= requests.Issued && finished.Request.Number > 0;
        Judge(known, at, finished.Request.ToString(), "finished, but was never issued");
        Judge(
            !known || requests.Open.Remove(finished.Request.Number),
            at,
            finished.Request.ToString(),
            $"finished a second time, as {finished.Fate}");
        Judge(finished.Fate != RequestFate.Unset, at, finished.Request.ToString(), "finished without a fate");
    }

    private UserRequests Of(RequestId request)
    {
        if (!users.TryGetValue(request.User, out UserRequests? requests))
        {
            users[request.User] = requests = new UserRequests();
        }

        return requests;
    }

    private sealed class UserRequests
    {
        public int Issued { get; set; }

        public SortedSet<int> Open { get; } = [];
    }
}
