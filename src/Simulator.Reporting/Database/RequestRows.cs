using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>A folded request as a row.</summary>
internal static class RequestRows
{
    public static void Write(InsertStatement row, RequestRecord request) => row
        .Add(request.Request.ToString())
        .Add(request.Request.User)
        .Add(request.Request.Number)
        .Add(request.Group)
        .Add(request.Node)
        .Add(request.Model)
        .Add(request.IssuedAt)
        .Add(request.ChallengedAt)
        .Add(request.AuthorisedAt)
        .Add(request.VerifiedAt)
        .Add(request.ComputedAt)
        .Add(request.Queued)
        .Add(request.Computed)
        .Add(request.AnsweredAt)
        .Add(request.FinishedAt)
        .Add(FateName(request.Fate))
        .Add(request.Reason)
        .Add(request.Price)
        .Add(request.Session)
        .Write();

    public static string FateName(RequestFate fate) => fate switch
    {
        RequestFate.Unset => "open",
        RequestFate.Accepted => "accepted",
        RequestFate.Refused => "refused",
        RequestFate.Rejected => "rejected",
        RequestFate.TimedOut => "timed_out",
    };
}
