using System.Text;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Rpc;
using Simulator.Actors.Tests.Stages;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;
using Simulator.Protocol.Responses;

namespace Simulator.Actors.Tests.Facilitators;

/// <summary>The relay brings a signed heartbeat to the registry and answers as the service does.</summary>
public sealed class HeartbeatRelayTests
{
    private static readonly Heartbeat Beat = Heartbeat.Sign(Papers.NodeKey, Papers.Clock.StartUnixSeconds, RegistryCast.Registry);

    [Fact]
    public void A_heartbeat_becomes_a_transaction_and_its_receipt_an_answer()
    {
        Stage stage = RegistryCast.Relay();
        stage.Deliver(new PostHeartbeat(7, Beat.ToJson()), RegistryCast.Enclave);
        Assert.True(SignedTransaction.TryDecode(stage.Sent<SendRawTransaction>().Raw, out SignedTransaction? sent));
        Assert.True(ContractCalls.TryDecode(RegistryCast.Registry, sent.Transaction.Data, out ContractCall? call));
        stage.Wait(SimDuration.FromSeconds(1));

        stage.Deliver(new GetReceiptReply(1, true, 3, null), RegistryCast.FullNode);

        Assert.Equal(Papers.NodeKey.TeeId, Assert.IsType<HeartbeatCall>(call).TeeId);
        HeartbeatReply reply = stage.Sent<HeartbeatReply>();
        Assert.Equal((7UL, (ushort)200, null), (reply.Call, reply.Status, reply.Error));
        Assert.Contains($"\"txHash\":\"{sent.Hash()}\"", Encoding.UTF8.GetString(reply.Body), StringComparison.Ordinal);
    }

    [Fact]
    public void The_registrys_refusal_is_a_500_by_name()
    {
        Stage stage = RegistryCast.Relay();
        stage.Deliver(new PostHeartbeat(7, Beat.ToJson()), RegistryCast.Enclave);
        stage.Wait(SimDuration.FromSeconds(1));

        stage.Deliver(new GetReceiptReply(1, true, 3, "HeartbeatTimestampInFuture"), RegistryCast.FullNode);

        HeartbeatReply reply = stage.Sent<HeartbeatReply>();
        Assert.Equal(((ushort)500, "HeartbeatTimestampInFuture"), (reply.Status, reply.Error));
    }

    [Fact]
    public void What_is_no_heartbeat_or_for_another_registry_is_a_400()
    {
        Stage stage = RegistryCast.Relay();

        stage.Deliver(new PostHeartbeat(1, [1, 2]), RegistryCast.Enclave);
        stage.Deliver(new PostHeartbeat(2, (Beat with { Registry = Deployments.OpgToken }).ToJson()), RegistryCast.Enclave);

        Assert.Equal([400, 400], stage.AllSent<HeartbeatReply>().Select(reply => (int)reply.Status));
        Assert.Empty(stage.AllSent<SendRawTransaction>());
    }

    [Fact]
    public void Several_at_a_time_take_nonces_in_order()
    {
        Stage stage = RegistryCast.Relay();

        stage.Deliver(new PostHeartbeat(1, Beat.ToJson()), RegistryCast.Enclave);
        stage.Deliver(new PostHeartbeat(1, Beat.ToJson()), RegistryCast.OtherEnclave);

        Assert.Equal([0UL, 1UL], stage.AllSent<SendRawTransaction>().Select(sent =>
            SignedTransaction.TryDecode(sent.Raw, out SignedTransaction? signed) ? signed.Transaction.Nonce : 99));
    }

    [Fact]
    public void A_restart_sends_again_what_was_under_way()
    {
        Stage stage = RegistryCast.Relay();
        stage.Deliver(new PostHeartbeat(1, Beat.ToJson()), RegistryCast.Enclave);
        byte[] first = stage.Sent<SendRawTransaction>().Raw;
        stage.Forget();

        stage.Restart();

        Assert.Equal(first, stage.Sent<SendRawTransaction>().Raw);
    }
}
