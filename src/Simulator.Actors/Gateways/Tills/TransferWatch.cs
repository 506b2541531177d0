using Simulator.Actors.Rpc;
using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>Waits for transfers that clients say they have made, until they have their confirmations.</summary>
/// <remarks>Sends: <see cref="GetTransfer"/>.</remarks>
internal sealed class TransferWatch(GatewaySettings settings, CallNumbers calls)
{
    private static readonly SimDuration PollPeriod = SimDuration.FromSeconds(1);

    /// <summary>Polls after which a transfer counts as never made: 60 s.</summary>
    private const int MostPolls = 60;

    private readonly SortedDictionary<ulong, (Hash32 Transaction, int Polls)> open = [];

    public void Clear() => open.Clear();

    /// <summary>The number names the transfer in what <see cref="OnReply"/> and <see cref="OnPollDue"/> find.</summary>
    public ulong Watch(Hash32 transaction, IActorContext context)
    {
        ulong call = calls.Next();
        open.Add(call, (transaction, 0));
        context.Tell(settings.Chain, new GetTransfer(call, transaction));
        context.StartTimer(PollPeriod, new TransferPollDue(call));
        return call;
    }

    /// <summary>True once the transfer is final, with or without having moved anything.</summary>
    public bool OnReply(GetTransferReply reply) => reply.Confirmations >= settings.Confirmations && open.Remove(reply.Call);

    /// <summary>True when the transfer is given up.</summary>
    public bool OnPollDue(TransferPollDue due, IActorContext context)
    {
        if (!open.TryGetValue(due.Call, out (Hash32 Transaction, int Polls) watched))
        {
            return false;
        }

        if (watched.Polls == MostPolls)
        {
            return open.Remove(due.Call);
        }

        open[due.Call] = watched with { Polls = watched.Polls + 1 };
        context.Tell(settings.Chain, new GetTransfer(due.Call, watched.Transaction));
        context.StartTimer(PollPeriod, due);
        return false;
    }
}
