using Simulator.Actors.Rpc;
using Simulator.Actors.Transactions;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Rewards;

/// <summary>Pays nodes a fixed pool per epoch, in proportion to what was settled to each: it cannot see who paid.</summary>
/// <remarks>
/// Volume is read as the growth of a node's balance less its rewards; nodes of this network spend nothing on this chain.
/// Sends: <see cref="ReadPayer"/>, transfers of OPG.
/// </remarks>
public sealed class RewardsTreasury(RewardsSettings settings) : IActor
{
    /// <summary>Name of the treasury, and of its group.</summary>
    public const string Name = "rewards-treasury";

    private const ulong GasLimit = 100_000;

    private readonly TransactionSender sender = new(settings.Account);
    private readonly SortedDictionary<Address, UInt128> known = [];
    private readonly SortedDictionary<Address, UInt128> read = [];
    private readonly SortedDictionary<ulong, Address> nodeOfCall = [];
    private ulong calls;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: OnStarted(context); break;
            case Restarted: OnRestarted(context); break;
            case EpochDue: OnEpochDue(context); break;
            case ReadPayerReply message: OnBalance(message, context); break;
            case CallSigned message: sender.OnSigned(message, context); break;
            case SendRawTransactionReply: break;
            case ConfirmationDue message: sender.OnConfirmationDue(message, context); break;
            case GetReceiptReply message: sender.OnReceipt(message); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnStarted(IActorContext context)
    {
        context.Observe(new PartyDeclared(sender.Address, context.Name, Name, PartyRole.Treasury));
        Schedule(context);
    }

    private void OnRestarted(IActorContext context)
    {
        sender.OnRestarted(context);
        Schedule(context);
    }

    private void Schedule(IActorContext context)
    {
        if (context.Now + settings.Epoch <= settings.Until)
        {
            context.StartTimer(settings.Epoch, new EpochDue());
        }
    }

    private void OnEpochDue(IActorContext context)
    {
        Schedule(context);
        read.Clear();
        nodeOfCall.Clear();
        foreach (Address node in settings.Nodes)
        {
            nodeOfCall.Add(++calls, node);
            context.Tell(settings.Account.FullNode, new ReadPayer(calls, node, Deployments.UptoProxy));
        }
    }

    private void OnBalance(ReadPayerReply reply, IActorContext context)
    {
        if (nodeOfCall.Remove(reply.Call, out Address node))
        {
            read[node] = reply.Balance.Low;
            if (nodeOfCall.Count == 0)
            {
                Share(context);
            }
        }
    }

    // Each share is rounded down; what remains of the pool stays in the treasury.
    private void Share(IActorContext context)
    {
        UInt128 total = 0;
        foreach ((Address node, UInt128 balance) in read)
        {
            total += balance - known.GetValueOrDefault(node);
        }

        foreach ((Address node, UInt128 balance) in read)
        {
            UInt128 volume = balance - known.GetValueOrDefault(node);
            OpgAmount share = total == 0 ? OpgAmount.Zero : settings.Pool.MultiplyDivideRoundingDown(volume, total);
            known[node] = balance + share.BaseUnits;
            if (!share.IsZero)
            {
                sender.Send(new TransferCall(Deployments.OpgToken, node, share.BaseUnits), GasLimit, context);
            }
        }
    }
}
