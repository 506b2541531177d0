using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Rpc;
using Simulator.Chain.Disputes;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Facilitators.Conditions;

/// <summary>
/// In front of a facilitator's <c>/settle</c>: lets through what is charged for answers that stand verified, and nothing
/// else.
/// </summary>
/// <remarks>
/// Answers are looked up on the inference chain by <c>eth_call</c>; proofs are checked here. A session that does not pass is
/// answered like a full queue, so that its gateway comes back. Sends: <see cref="EthCall"/>, <see cref="PostSettle"/>,
/// <see cref="SettleReply"/>.
/// </remarks>
public sealed class ConditionDesk(ConditionSettings settings) : IActor
{
    private static readonly SimDuration Timeout = SimDuration.FromSeconds(10);

    private readonly SortedDictionary<ulong, (ActorRef Gateway, PostConditionalSettle Post)> open = [];
    private ulong calls;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case Started: context.Observe(new ConditionsChecked(context.Name, settings.Group)); break;
            case Restarted: open.Clear(); break;
            case PostConditionalSettle message: OnPost(envelope.From, message, context); break;
            case EthCallReply message: OnEthCallReply(message, context); break;
            case SettleReply message: OnSettleReply(message, context); break;
            case ConditionTimedOut message: Refuse(message.Call, context); break;
            default: throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void OnPost(ActorRef gateway, PostConditionalSettle post, IActorContext context)
    {
        ulong call = ++calls;
        open.Add(call, (gateway, post));
        context.StartTimer(Timeout, new ConditionTimedOut(call));
        CheckProofs(post, context);
        if (post.Answers.Length == 0)
        {
            PassOn(call, post, context);
            return;
        }

        RequireVerifiedCall condition = new(AnswerVerification.DefaultAddress, HashesIn(post.Answers));
        context.Tell(settings.FullNode, new EthCall(call, Address.Zero, condition.Target, condition.Encode()));
    }

    private void CheckProofs(PostConditionalSettle post, IActorContext context)
    {
        foreach (string line in post.Proven.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            context.Occupy(settings.ProofCheck);
            if (RequestId.TryParse(line, out RequestId request))
            {
                context.Observe(new ProofChecked(request, context.Name, true));
            }
        }
    }

    private void OnEthCallReply(EthCallReply reply, IActorContext context)
    {
        if (!open.TryGetValue(reply.Call, out (ActorRef Gateway, PostConditionalSettle Post) waiting))
        {
            return;
        }

        if (reply.Revert is null)
        {
            PassOn(reply.Call, waiting.Post, context);
        }
        else
        {
            Refuse(reply.Call, context);
        }
    }

    private void PassOn(ulong call, PostConditionalSettle post, IActorContext context) =>
        context.Tell(settings.Facilitator, new PostSettle(call, post.Body));

    private void OnSettleReply(SettleReply reply, IActorContext context)
    {
        if (open.Remove(reply.Call, out (ActorRef Gateway, PostConditionalSettle Post) waiting))
        {
            context.Tell(waiting.Gateway, new SettleReply(waiting.Post.Call, reply.Job));
        }
    }

    private void Refuse(ulong call, IActorContext context) => OnSettleReply(new SettleReply(call, null), context);

    private static Hash32[] HashesIn(byte[] names) =>
        [.. names.Chunk(Hash32.Length).Where(name => name.Length == Hash32.Length).Select(name => new Hash32(name))];
}
