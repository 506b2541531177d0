using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Network;
using Simulator.Actors.Operators;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Enclaves;

/// <summary>An enclave's identity: made at boot, attested on demand, kept active by heartbeats, lost with the host.</summary>
/// <remarks>
/// Sends: <see cref="EnclaveBooted"/> to its gateway, <see cref="BootAnnounced"/> and <see cref="AttestationReply"/> to
/// its operator, <see cref="PostHeartbeat"/> to the relay. Source: protocol facts §4.1, §4.2, §4.9.
/// </remarks>
internal sealed class EnclaveLife(EnclaveSettings settings, EnclaveLifeSettings life, ActorRef gateway, string gatewayName)
{
    /// <summary>Taken off the clock before signing: the registry refuses any time ahead of its own.</summary>
    private const long BufferSeconds = 300;

    private const int MostAttempts = 3;

    private static readonly SimDuration BetweenAttempts = SimDuration.FromSeconds(10);
    private static readonly SimDuration ReplyTimeout = SimDuration.FromSeconds(20);

    private EnclaveBoot? running;
    private ulong calls;
    private int attempt;

    /// <summary>Null until the enclave has booted.</summary>
    public EnclaveSigningKey? Key => running?.SigningKey;

    /// <summary>The host came up: whatever the enclave was before is gone.</summary>
    public void Begin(IActorContext context)
    {
        running = null;
        attempt = 0;
        context.StartTimer(life.BootTime, new BootFinished());
    }

    public void OnBootFinished(IActorContext context)
    {
        running = life.Boots.At(context.Now);
        context.Observe(new NodeDeclared(
            running.SigningKey.TeeId, gatewayName, settings.Group, running.SigningKey.Spki.ToArray()));
        context.Tell(gateway, new EnclaveBooted(Pins.Of(running.TlsCertificate.Span)));
        context.Tell(life.Operator, new BootAnnounced(settings.Clock.At(context.Now)));
        Beat(1, context);
    }

    /// <summary>Anybody may ask; an enclave that is still booting does not hear it.</summary>
    public void OnGetAttestation(ActorRef client, GetAttestation call, IActorContext context)
    {
        if (running is not { } boot)
        {
            return;
        }

        ulong milliseconds = (ulong)life.Clock.At(context.Now) * 1_000;
        context.StartJob(
            null,
            () => boot.Attest(life.Vendor, milliseconds, call.Nonce),
            settings.SigningTime,
            document => new DocumentMade(client, new AttestationReply(
                call.Call, document, boot.SigningKey.Spki.ToArray(), boot.TlsCertificate.ToArray())));
    }

    public void OnHeartbeatDue(HeartbeatDue due, IActorContext context) => Beat(due.Attempt, context);

    public void OnHeartbeatSigned(HeartbeatSigned signed, IActorContext context)
    {
        attempt = signed.Attempt;
        context.Tell(life.HeartbeatRelay, new PostHeartbeat(++calls, signed.Body));
        context.StartTimer(ReplyTimeout, new HeartbeatTimedOut(calls));
    }

    public void OnHeartbeatReply(HeartbeatReply reply, IActorContext context) => Conclude(reply.Call, reply.Error, context);

    public void OnHeartbeatTimedOut(HeartbeatTimedOut due, IActorContext context)
    {
        if (due.Call == calls && attempt != 0 && running is { SigningKey: { } key })
        {
            context.Observe(new FraudNoticed(HeartbeatSubjects.Of(key.TeeId, calls), gatewayName, "heartbeat_timeout"));
        }

        Conclude(due.Call, "no answer within 20 s", context);
    }

    private void Beat(int number, IActorContext context)
    {
        if (running is not { SigningKey: { } key })
        {
            return;
        }

        long timestamp = settings.Clock.At(context.Now) - BufferSeconds;
        Address registry = life.Registry;
        context.StartJob(
            null,
            () => Heartbeat.Sign(key, timestamp, registry).ToJson(),
            settings.SigningTime,
            body => new HeartbeatSigned(number, body));
    }

    // The first word on a call counts; its timer, or a reply that comes after it, is about a call that is over.
    private void Conclude(ulong call, string? error, IActorContext context)
    {
        if (call != calls || attempt == 0 || running is null)
        {
            return;
        }

        if (error is not null && attempt < MostAttempts)
        {
            context.StartTimer(BetweenAttempts, new HeartbeatDue(attempt + 1));
        }
        else
        {
            context.Observe(new HeartbeatFinished(running.SigningKey.TeeId, gatewayName, attempt, error));
            context.StartTimer(life.HeartbeatInterval, new HeartbeatDue(1));
        }

        attempt = 0;
    }
}
