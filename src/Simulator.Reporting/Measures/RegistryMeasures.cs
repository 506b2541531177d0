using Simulator.Checkers.Registry;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;
using Simulator.Statistics;

namespace Simulator.Reporting;

/// <summary>What became of registrations, heartbeats and revocations, and which accepted answers were of inactive nodes.</summary>
internal sealed class RegistryMeasures
{
    private readonly RegistryHistory history = new();
    private readonly Dictionary<RequestId, Hash32> inHand = [];
    private readonly Dictionary<RequestId, long> readAt = [];
    private readonly Dictionary<Hash32, SimTime> ordered = [];
    private readonly HashSet<Hash32> revoked = [];

    /// <summary>Refused registrations by the registry's own names.</summary>
    public SortedDictionary<string, long> Refusals { get; } = new(StringComparer.Ordinal);

    /// <summary>From the admin's decision until the block that carries it out, in seconds.</summary>
    public ObservationSeries RevocationDelay { get; } = new();

    public void Observe(in ObservedFact fact, Action<string> count)
    {
        history.Observe(fact.What);
        switch (fact.What)
        {
            case AnswerReceived said: inHand[said.Request] = said.TeeId; break;
            case StandingRead said: readAt[said.Request] = said.Height; break;
            case RequestFinished said: Finish(said, count); break;
            case RegistrationFinished said: Count(said, count); break;
            case HeartbeatFinished said: count(said.Refusal is null ? "heartbeats.taken" : "heartbeats.failed"); break;
            case ConnectionFailed: count("connections.failed"); break;
            case MeasurementOrdered { Approved: false } said: ordered[said.Measurement] = fact.At; break;
            case RegistryChanged said: Count(said, fact.At); break;
            case BlockProduced { Chain: RegistryHistory.Chain }: CountLeftovers(count); break;
        }
    }

    private void Finish(RequestFinished said, Action<string> count)
    {
        inHand.Remove(said.Request, out Hash32 teeId);
        bool hasRead = readAt.Remove(said.Request, out long height);
        if (said.Fate == RequestFate.Accepted && history.Head >= 0
            && history.At(teeId, hasRead ? Math.Min(height, history.Head) : history.Head) is { Active: false })
        {
            count("requests.accepted_inactive");
        }
    }

    // By name alone: an error's arguments, where a node gives them, tell one registration from the next.
    private void Count(RegistrationFinished said, Action<string> count)
    {
        if (said.Refusal is null)
        {
            count("registrations.taken");
            return;
        }

        count("registrations.refused");
        string name = said.Refusal.Split('(')[0];
        Refusals[name] = Refusals.GetValueOrDefault(name) + 1;
        string? known = name switch
        {
            "AttestationInvalid" => "registrations.refused.attestation_invalid",
            "PCRNotApproved" => "registrations.refused.pcr_not_approved",
            "TEEAlreadyExists" => "registrations.refused.tee_already_exists",
            _ => null,
        };
        if (known is not null)
        {
            count(known);
        }
    }

    private void Count(RegistryChanged said, SimTime at)
    {
        if (said.Change == RegistryChange.MeasurementApproved)
        {
            revoked.Remove(said.Measurement);
        }
        else if (said.Change == RegistryChange.MeasurementRevoked)
        {
            revoked.Add(said.Measurement);
            if (ordered.Remove(said.Measurement, out SimTime since))
            {
                RevocationDelay.Add((at - since).TotalSeconds);
            }
        }
    }

    private void CountLeftovers(Action<string> count)
    {
        foreach (Hash32 measurement in revoked)
        {
            for (int enclave = history.EnabledByItsOwnWord(measurement); enclave > 0; enclave--)
            {
                count("registry.enabled_after_revocation");
            }
        }
    }
}
