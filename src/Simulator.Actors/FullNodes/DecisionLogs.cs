using Simulator.Actors.Rpc;
using Simulator.Chain.Blocks;
using Simulator.Chain.Disputes;
using Simulator.Kernel;

namespace Simulator.Actors.FullNodes;

/// <summary>The logs of what the verification contract decided, for clients that read them.</summary>
/// <remarks>Kept for a number of blocks, longer than any client lags. Sends: <see cref="GetDecisionsReply"/>.</remarks>
internal sealed class DecisionLogs
{
    private const ulong KeptBlocks = 2_048;

    private readonly Queue<DecidedAnswer> kept = new();

    public void OnBlock(BlockResult block)
    {
        ulong height = block.Header.Height;
        foreach (AnswerDecided log in Of(block))
        {
            kept.Enqueue(new DecidedAnswer(height, log.Node, log.Answer, log.Status));
        }

        while (kept.TryPeek(out DecidedAnswer? oldest) && oldest.Height + KeptBlocks < height)
        {
            kept.Dequeue();
        }
    }

    public void OnGetDecisions(ActorRef caller, GetDecisions call, long height, IActorContext context)
    {
        byte[] logs = DecidedAnswer.Encode(kept.Where(decided => (long)decided.Height >= call.FromBlock));
        context.Tell(caller, new GetDecisionsReply(call.Call, height, logs));
    }

    private static IEnumerable<AnswerDecided> Of(BlockResult block) => block.DutyLogs
        .Concat(block.Receipts.SelectMany(receipt => receipt.Logs))
        .Where(log => log.Contract == AnswerVerification.DefaultAddress)
        .Select(log => log.Event)
        .OfType<AnswerDecided>();
}
