using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Reporting.Tests;

/// <summary>What is counted around the registry: who got on it, who beats, and whose answers should not have counted.</summary>
public sealed class RegistryMeasuresTests
{
    private static readonly Hash32 Tee = Keccak256.Hash("tee"u8);
    private static readonly Hash32 Code = Keccak256.Hash("code"u8);

    [Fact]
    public void Registrations_are_counted_by_the_registrys_own_names()
    {
        Measures measures = Of(
            Registration(null), Registration("AttestationInvalid"), Registration("AttestationInvalid"),
            Registration("PCRNotApproved"), Registration("TEEAlreadyExists"), Registration("InvalidTEEType"));

        Assert.Equal(1, Count(measures, "registrations.taken"));
        Assert.Equal(5, Count(measures, "registrations.refused"));
        Assert.Equal(2, Count(measures, "registrations.refused.attestation_invalid"));
        Assert.Equal(1, Count(measures, "registrations.refused.pcr_not_approved"));
        Assert.Equal(1, Count(measures, "registrations.refused.tee_already_exists"));
        Assert.Equal(1, measures.RegistrationRefusals["InvalidTEEType"]);
    }

    [Fact]
    public void Heartbeats_and_failed_connections_are_counted()
    {
        Measures measures = Of(
            new HeartbeatFinished(Tee, "nodes/1", 2, null),
            new HeartbeatFinished(Tee, "nodes/1", 3, "HeartbeatTimestampInFuture"),
            new ConnectionFailed(new RequestId("users/1", 1), "nodes/1", "tls_certificate_mismatch"));

        Assert.Equal(1, Count(measures, "heartbeats.taken"));
        Assert.Equal(1, Count(measures, "heartbeats.failed"));
        Assert.Equal(1, Count(measures, "connections.failed"));
    }

    [Fact]
    public void An_accepted_answer_counts_as_inactive_at_the_block_that_was_read_or_else_at_the_newest()
    {
        Observation[] revoked =
        [
            Change(0, RegistryChange.MeasurementApproved), Block(0),
            Change(1, RegistryChange.Registered), Block(1),
            Change(2, RegistryChange.MeasurementRevoked), Change(2, RegistryChange.Disabled), Block(2),
        ];

        Assert.Equal(1, Count(Of([.. revoked, Answer(1), Accepted(1)]), "requests.accepted_inactive"));
        Assert.Equal(0, Count(
            Of([.. revoked, Answer(1), new StandingRead(Id(1), Tee, true, 1), Accepted(1)]), "requests.accepted_inactive"));
        Assert.Equal(0, Count(Of(Answer(1), Accepted(1)), "requests.accepted_inactive"));
    }

    [Fact]
    public void A_registry_that_leaves_a_revoked_measurements_enclave_enabled_is_counted_block_by_block()
    {
        Observation[] left =
        [
            Change(0, RegistryChange.MeasurementApproved), Block(0),
            Change(1, RegistryChange.Registered), Block(1),
            Change(2, RegistryChange.MeasurementRevoked), Block(2), Block(3),
        ];

        Assert.Equal(2, Count(Of(left), "registry.enabled_after_revocation"));
        Assert.Equal(2, Count(
            Of([.. left, Change(4, RegistryChange.Disabled), Block(4)]), "registry.enabled_after_revocation"));
    }

    [Fact]
    public void The_delay_of_a_revocation_runs_from_the_decision_to_the_block()
    {
        Measures measures = Of(new MeasurementOrdered("gateway-0", Code, false), Change(1, RegistryChange.MeasurementRevoked));

        Assert.Equal(1, measures.Evaluate("revocation.delay", Aggregate.Max).Estimate!.Value);
    }

    private static Measures Of(params Observation[] said)
    {
        Measures measures = new(SimDuration.FromMinutes(1));
        for (int second = 0; second < said.Length; second++)
        {
            measures.Observe(new ObservedFact(SimTime.Start + SimDuration.FromSeconds(second), "test", said[second]));
        }

        measures.Complete();
        return measures;
    }

    private static double Count(Measures measures, string metric) =>
        measures.Evaluate(metric, Aggregate.Value).Estimate!.Value;

    private static RequestId Id(int number) => new("users/1", number);

    private static RegistrationFinished Registration(string? refusal) =>
        new(Tee, "nodes/1", "nodes", null, refusal, Hash32.Zero);

    private static AnswerReceived Answer(int number) =>
        new(Id(number), Tee, Hash32.Zero, Hash32.Zero, 0, [], OpgAmount.Zero);

    private static RequestFinished Accepted(int number) => new(Id(number), RequestFate.Accepted, null);

    private static BlockProduced Block(long height) =>
        new("inference", height, height, Hash32.Zero, Hash32.Zero, 0, OpgAmount.Zero);

    private static RegistryChanged Change(long height, RegistryChange change)
    {
        bool ofCode = change is RegistryChange.MeasurementApproved or RegistryChange.MeasurementRevoked;
        return new(height, height, change, ofCode ? Hash32.Zero : Tee, Code, 0, Hash32.Zero);
    }
}
