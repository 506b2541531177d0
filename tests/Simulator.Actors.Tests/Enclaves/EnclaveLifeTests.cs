using Simulator.Actors.Enclaves;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Network;
using Simulator.Actors.Operators;
using Simulator.Actors.Tests.Stages;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Tests.Enclaves;

/// <summary>An enclave makes its identity at boot, beats while it lives, and comes back as somebody else.</summary>
public sealed class EnclaveLifeTests
{
    private static readonly EnclaveBoot First = RegistryCast.BootOf(0);
    private static readonly EnclaveBoot Second = RegistryCast.BootOf(1);

    [Fact]
    public void Until_it_has_booted_nobody_hears_of_it_and_it_computes_nothing()
    {
        Stage stage = RegistryCast.BootingEnclave();

        stage.Deliver(new GetAttestation(1, new byte[20]), RegistryCast.Registrar);
        stage.Deliver(new ComputeInference(9, []), Cast.FirstGateway);

        Assert.Empty(stage.Observed);
        Assert.Empty(stage.AllSent<AttestationReply>());
        Assert.Equal(Enclave.Booting, stage.Sent<InferenceRefused>().Error);
    }

    [Fact]
    public void Booted_it_declares_its_key_opens_its_gateway_and_tells_its_operator()
    {
        Stage stage = Booted();

        Assert.Equal(First.SigningKey.TeeId, stage.Said<NodeDeclared>().TeeId);
        Assert.Equal(Pins.Of(First.TlsCertificate.Span), stage.Sent<EnclaveBooted>().Pin);
        Assert.Equal(Papers.Clock.StartUnixSeconds + 5, stage.Sent<BootAnnounced>().BootTime);
    }

    [Fact]
    public void Its_document_binds_its_key_and_its_certificate()
    {
        Stage stage = Booted();

        stage.Deliver(new GetAttestation(7, new byte[20]), RegistryCast.Registrar);

        AttestationReply reply = stage.Sent<AttestationReply>();
        AttestationCheck check = AttestationVerifier.Verify(
            reply.Document,
            reply.SigningKey,
            reply.TlsCertificate,
            RegistryCast.Vendor.RootPem,
            Papers.Clock.At(stage.Now));
        Assert.Equal(AttestationVerdict.Valid, check.Verdict);
        Assert.Equal(7UL, reply.Call);
        Assert.Equal(First.SigningKey.Spki.ToArray(), reply.SigningKey);
    }

    [Fact]
    public void It_beats_at_once_300_seconds_back_by_its_own_clock()
    {
        Heartbeat beat = BeatOf(Booted());
        Heartbeat fast = BeatOf(Booted(skewSeconds: 400));

        Assert.True(beat.IsSignedBy(First.SigningKey.Spki.Span));
        Assert.Equal(Papers.Clock.StartUnixSeconds + 5 - 300, beat.Timestamp);
        Assert.Equal(Papers.Clock.StartUnixSeconds + 5 + 100, fast.Timestamp);
    }

    [Fact]
    public void A_beat_is_tried_three_times_ten_seconds_apart_and_then_given_up_until_the_next()
    {
        Stage stage = Booted();

        for (ulong call = 1; call <= 3; call++)
        {
            Assert.Equal((int)call, stage.AllSent<PostHeartbeat>().Count);
            stage.Deliver(new HeartbeatReply(call, 500, "TEENotFound", []));
            stage.Wait(SimDuration.FromSeconds(10));
        }

        Assert.Equal(3, stage.AllSent<PostHeartbeat>().Count);
        Assert.Equal(
            new HeartbeatFinished(First.SigningKey.TeeId, "honest/1", 3, "TEENotFound"), stage.Said<HeartbeatFinished>());
        stage.Wait(SimDuration.FromSeconds(900));
        Assert.Equal(4, stage.AllSent<PostHeartbeat>().Count);
    }

    [Fact]
    public void A_beat_that_is_not_answered_within_20_seconds_failed()
    {
        Stage stage = Booted();

        stage.Wait(SimDuration.FromSeconds(31));

        Assert.Equal(2, stage.AllSent<PostHeartbeat>().Count);
    }

    [Fact]
    public void A_late_word_on_a_beat_that_is_over_changes_nothing()
    {
        Stage stage = Booted();
        stage.Deliver(new HeartbeatReply(1, 200, null, []));

        stage.Deliver(new HeartbeatReply(1, 500, "late", []));
        stage.Wait(SimDuration.FromSeconds(60));

        Assert.Equal(1, stage.Said<HeartbeatFinished>().Attempts);
        Assert.Single(stage.AllSent<PostHeartbeat>());
    }

    [Fact]
    public void A_restart_makes_another_enclave_even_where_the_host_kept_its_memory()
    {
        Stage stage = Booted();
        stage.Wait(SimDuration.FromSeconds(60));
        stage.Forget();

        stage.Restart();
        stage.Wait(RegistryCast.BootTime);

        Assert.Equal(Second.SigningKey.TeeId, stage.Said<NodeDeclared>().TeeId);
        Assert.NotEqual(First.SigningKey.TeeId, Second.SigningKey.TeeId);
        Assert.Equal(Pins.Of(Second.TlsCertificate.Span), stage.Sent<EnclaveBooted>().Pin);
        Assert.True(BeatOf(stage).IsSignedBy(Second.SigningKey.Spki.Span));
    }

    private static Stage Booted(long skewSeconds = 0)
    {
        Stage stage = RegistryCast.BootingEnclave(skewSeconds);
        stage.Wait(RegistryCast.BootTime);
        return stage;
    }

    private static Heartbeat BeatOf(Stage stage)
    {
        Assert.True(Heartbeat.TryRead(stage.Sent<PostHeartbeat>().Body, out Heartbeat? beat));
        return beat;
    }
}
