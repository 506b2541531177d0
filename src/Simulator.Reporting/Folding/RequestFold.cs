using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>Folds observations into one record per request; remembers only requests that are open.</summary>
internal sealed class RequestFold(Action<RequestRecord> finished)
{
    private readonly Dictionary<RequestId, RequestRecord> open = [];

    public int OpenCount => open.Count;

    /// <summary>Those without a final state, in the order of their ids.</summary>
    public IEnumerable<RequestRecord> Open => open.Values.OrderBy(record => record.Request);

    public void Observe(in ObservedFact fact)
    {
        SimTime at = fact.At;
        switch (fact.What)
        {
            case RequestIssued issued: Issue(issued, at); break;
            case PaymentChallenged said when Of(said.Request) is { } request: request.ChallengedAt ??= at; break;
            case PaymentAuthorised said when Of(said.Request) is { } request: request.AuthorisedAt ??= at; break;
            case PaymentVerified said when Of(said.Request) is { } request: request.VerifiedAt = at; break;
            case InferenceCompleted said when Of(said.Request) is { } request: Compute(request, said, at); break;
            case SessionCharged said when Of(said.Request) is { } request: request.Session = said.Session; break;
            case AnswerReceived said when Of(said.Request) is { } request: Answer(request, said, at); break;
            case AnswerTakenOnTrust said when Of(said.Request) is { } request:
                (request.AnsweredAt, request.Price) = (at, said.Price);
                break;
            case RequestFinished said: Finish(said, at); break;
            default: break;
        }
    }

    private RequestRecord? Of(RequestId request) => open.GetValueOrDefault(request);

    private void Issue(RequestIssued issued, SimTime at)
    {
        open[issued.Request] = new RequestRecord(issued.Request, at)
        {
            Group = issued.Group,
            Node = issued.Node,
            Model = issued.Model,
        };
    }

    private static void Compute(RequestRecord request, InferenceCompleted said, SimTime at) =>
        (request.ComputedAt, request.Queued, request.Computed) = (at, said.Queued, said.Computed);

    private static void Answer(RequestRecord request, AnswerReceived said, SimTime at) =>
        (request.AnsweredAt, request.Price) = (at, said.Price);

    private void Finish(RequestFinished said, SimTime at)
    {
        // A second final state of one request is the judges' business; here the first one stands.
        if (open.Remove(said.Request, out RequestRecord? request))
        {
            (request.Fate, request.Reason, request.FinishedAt) = (said.Fate, said.Reason, at);
            finished(request);
        }
    }
}
