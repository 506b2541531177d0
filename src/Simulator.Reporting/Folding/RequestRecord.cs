using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>One request from issue to final state, folded from its observations.</summary>
/// <remarks>
/// Where an observation comes twice (a renewed challenge, a second authorisation after a refusal) the first challenge
/// and authorisation count and the last verification, so that the phases always add up to the end-to-end time.
/// </remarks>
public sealed class RequestRecord(RequestId request, SimTime issuedAt)
{
    public RequestId Request { get; } = request;

    public SimTime IssuedAt { get; } = issuedAt;

    public string Group { get; init; } = string.Empty;

    public string Node { get; init; } = string.Empty;

    public string Model { get; init; } = string.Empty;

    public SimTime? ChallengedAt { get; set; }

    public SimTime? AuthorisedAt { get; set; }

    public SimTime? VerifiedAt { get; set; }

    public SimTime? ComputedAt { get; set; }

    public SimDuration? Queued { get; set; }

    public SimDuration? Computed { get; set; }

    public SimTime? AnsweredAt { get; set; }

    public SimTime? FinishedAt { get; set; }

    /// <summary>Price the answer names; null without an answer.</summary>
    public OpgAmount? Price { get; set; }

    /// <summary>Session it was charged to, and whether the charge fitted.</summary>
    public string? Session { get; set; }

    /// <summary><see cref="RequestFate.Unset"/> while it is open.</summary>
    public RequestFate Fate { get; set; }

    public string? Reason { get; set; }

    /// <summary>Null while it is open.</summary>
    public SimDuration? EndToEnd => FinishedAt - IssuedAt;

    /// <summary>Time in one phase; null when the request never went through it.</summary>
    public SimDuration? In(RequestPhase phase) => phase switch
    {
        RequestPhase.Challenge => ChallengedAt - IssuedAt,
        RequestPhase.Authorise => AuthorisedAt - ChallengedAt,
        RequestPhase.Verify => VerifiedAt - AuthorisedAt,
        RequestPhase.Queue => Queued,
        RequestPhase.Compute => Computed,
        RequestPhase.Answer => AnsweredAt - ComputedAt,
        RequestPhase.Check => FinishedAt - AnsweredAt,
        RequestPhase.Transfer => Remainder(),
        RequestPhase.Unset => throw Invariant.Unreachable(phase),
    };

    private SimDuration? Remainder()
    {
        if (EndToEnd is not { } rest)
        {
            return null;
        }

        foreach (RequestPhase phase in RequestPhases.Measured)
        {
            rest -= In(phase) ?? SimDuration.Zero;
        }

        return rest;
    }
}
