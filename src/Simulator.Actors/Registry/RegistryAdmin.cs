using Simulator.Actors.Rpc;
using Simulator.Actors.Transactions;
using Simulator.Chain.Registry;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Registry;

/// <summary>The registry's admin: approves and revokes measurements when the scenario says so, by real transactions.</summary>
/// <remarks>Sends, through <see cref="TransactionSender"/>, calls to its full node.</remarks>
public sealed class RegistryAdmin(TransactionAccount account, Address registry, IReadOnlyList<AdminOrder> orders) : IActor
{
    private const byte LlmProxy = 0;

    /// <summary>A revocation walks all enabled enclaves.</summary>
    private const ulong GasLimit = 2_000_000;

    private readonly TransactionSender sender = new(account);

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: OnRestarted(context); break;
            case AdminOrderDue message: OnOrderDue(message, context); break;
            case CallSigned message: sender.OnSigned(message, context); break;
            case ConfirmationDue message: sender.OnConfirmationDue(message, context); break;
            case SendRawTransactionReply: break;
            case GetReceiptReply message: sender.OnReceipt(message); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        context.Observe(new PartyDeclared(sender.Address, context.Name, "inference-chain", PartyRole.Treasury));
        Schedule(context);
    }

    private void OnRestarted(IActorContext context)
    {
        sender.OnRestarted(context);
        Schedule(context);
    }

    private void Schedule(IActorContext context)
    {
        for (int index = 0; index < orders.Count; index++)
        {
            if (orders[index].At >= context.Now)
            {
                context.StartTimer(orders[index].At - context.Now, new AdminOrderDue(index));
            }
        }
    }

    private void OnOrderDue(AdminOrderDue due, IActorContext context)
    {
        if (due.Index >= orders.Count)
        {
            return;
        }

        AdminOrder order = orders[due.Index];
        Hash32 measurement = order.Measurements.Hash();
        context.Observe(new MeasurementOrdered(order.Build, measurement, order.Approved));
        ContractCall call = order.Approved
            ? new ApprovePcrCall(registry, order.Measurements, order.Build, LlmProxy)
            : new RevokePcrCall(registry, measurement, LlmProxy);
        sender.Send(call, GasLimit, context);
    }
}
