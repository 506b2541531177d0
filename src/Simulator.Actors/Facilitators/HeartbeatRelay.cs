using System.Globalization;
using Simulator.Actors.Facilitators.Frauds;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Rpc;
using Simulator.Actors.Transactions;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Facilitators;

/// <summary>The facilitator's <c>/heartbeat</c>: brings what an enclave signed to the registry, from an account of its own.</summary>
/// <remarks>No queue and no retry: the enclave retries. Source: protocol facts §6.1, §6.8.</remarks>
public sealed class HeartbeatRelay(
    string group, TransactionAccount account, Address registry, FacilitatorFraud? fraud = null) : IActor
{
    private const ulong GasLimit = 500_000;

    private readonly TransactionSender sender = new(account);
    private readonly HeartbeatWithheld? misconduct =
        fraud?.Kind == FacilitatorFraudKind.HeartbeatWithheld ? new HeartbeatWithheld(fraud, group) : null;

    private readonly SortedDictionary<ulong, Relayed> sent = [];

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: OnRestarted(context); break;
            case PostHeartbeat message: OnPostHeartbeat(envelope.From, message, context); break;
            case CallSigned message: sender.OnSigned(message, context); break;
            case ConfirmationDue message: OnOutcome(sender.OnConfirmationDue(message, context), context); break;
            case SendRawTransactionReply: break;
            case GetReceiptReply message: OnOutcome(sender.OnReceipt(message), context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context) =>
        context.Observe(new PartyDeclared(sender.Address, context.Name, group, PartyRole.Facilitator));

    // Connections died with the host: what is still under way is answered to nobody.
    private void OnRestarted(IActorContext context)
    {
        sent.Clear();
        sender.OnRestarted(context);
    }

    private void OnPostHeartbeat(ActorRef client, PostHeartbeat call, IActorContext context)
    {
        if (!Heartbeat.TryRead(call.Body, out Heartbeat? heartbeat))
        {
            Refuse(client, call.Call, 400, "invalid heartbeat", context);
            return;
        }

        if (heartbeat.Registry != registry)
        {
            Refuse(client, call.Call, 400, "contractAddress is not the configured registry", context);
            return;
        }

        if (misconduct?.Withholds(heartbeat, call.Call, context) == true)
        {
            return;
        }

        HeartbeatCall beat = new(
            registry, heartbeat.TeeId, (ulong)heartbeat.Timestamp, heartbeat.Signature.ToArray());
        sent.Add(sender.Send(beat, GasLimit, context), new Relayed(client, call.Call, heartbeat));
    }

    private void OnOutcome(TransactionOutcome? outcome, IActorContext context)
    {
        if (outcome is not { } known || !sent.Remove(known.Number, out Relayed? relayed))
        {
            return;
        }

        string? error = known.Confirmed ? known.Revert : "no receipt within 120 s";
        if (error is not null)
        {
            Refuse(relayed.Client, relayed.Call, 500, error, context);
            return;
        }

        string[] members =
        [
            "\"success\":true",
            $"\"txHash\":\"{known.Transaction}\"",
            $"\"teeId\":\"{relayed.Heartbeat.TeeId}\"",
            string.Create(CultureInfo.InvariantCulture, $"\"timestamp\":\"{relayed.Heartbeat.Timestamp}\""),
            $"\"relayer\":\"{sender.Address}\"",
            $"\"contract\":\"{registry}\"",
        ];
        string body = $"{{{string.Join(',', members)}}}";
        context.Tell(relayed.Client, new HeartbeatReply(relayed.Call, 200, null, JsonBody.Of(body)));
    }

    private static void Refuse(ActorRef client, ulong call, ushort status, string error, IActorContext context) =>
        context.Tell(client, new HeartbeatReply(call, status, error, JsonBody.Of($$"""{"error":"{{error}}"}""")));

    private sealed record Relayed(ActorRef Client, ulong Call, Heartbeat Heartbeat);
}
