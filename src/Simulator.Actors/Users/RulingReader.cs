using Simulator.Actors.Rpc;
using Simulator.Chain.Disputes;
using Simulator.Kernel;

namespace Simulator.Actors.Users;

/// <summary>Reads each decision of the verification contract once, in the order of the chain.</summary>
/// <remarks>Blocks of the inference chain are final. What a late or repeated reply holds again is passed over.</remarks>
internal sealed class RulingReader(RulingAccess access)
{
    private ulong calls;
    private long next;

    public RulingAccess Access => access;

    /// <summary>Asks now, and again after the stated time.</summary>
    public void Ask(IActorContext context)
    {
        context.Tell(access.FullNode, new GetDecisions(++calls, next));
        context.StartTimer(access.Every, new RulingsDue());
    }

    /// <summary>The decisions that are new, each with the name of its node; those about others are left out.</summary>
    public IReadOnlyList<(string Node, DecidedAnswer Decided)> OnReply(GetDecisionsReply reply)
    {
        List<(string Node, DecidedAnswer Decided)> read = [];
        foreach (DecidedAnswer decided in DecidedAnswer.TryRead(reply.Logs) ?? [])
        {
            if ((long)decided.Height >= next && access.Accounts.TryGetValue(decided.Node, out string? node))
            {
                read.Add((node, decided));
            }
        }

        next = Math.Max(next, reply.Height + 1);
        return read;
    }
}
