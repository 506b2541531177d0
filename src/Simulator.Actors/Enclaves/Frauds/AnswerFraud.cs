using Simulator.Actors.Network;
using Simulator.Inference.Catalogue;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pricing;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>A way in which an enclave whose code cheats deceives those who pay for its answers.</summary>
/// <remarks>
/// One object per enclave, which lives as long as its actor. Whether a question is an occasion is drawn by the question's
/// bytes, so that the same questions are cheated in whatever else changes. Sends to the gateway on its own host:
/// <see cref="AnswerForged"/>, right before the answer. On-chain requests are answered honestly.
/// </remarks>
internal abstract class AnswerFraud(string name, Ratio share)
{
    private readonly SortedSet<ulong> cheatedIn = [];

    /// <summary>In how many more answers it cheats.</summary>
    public int Left { get; set; } = int.MaxValue;

    /// <summary>The work as it will be done: the honest work, or another on the occasions drawn.</summary>
    public SignedInference Decide(SignedInference honest, IActorContext context)
    {
        ulong question = Keccak256.Hash(honest.Body).Prefix64;
        if (Left == 0
            || !context.Random.Draw(Draws.NodeFraud, question).Chance(share)
            || Cheat(honest, question, context) is not { } cheating)
        {
            return honest;
        }

        cheatedIn.Add(honest.Ticket);
        Left--;
        return cheating;
    }

    /// <summary>The work is done; its outcome goes to the gateway next.</summary>
    public void OnFinished(WorkFinished work, ModelStore models, ActorRef gateway, IActorContext context)
    {
        if (work.Answer is not { } answer)
        {
            Left += cheatedIn.Remove(work.Refusal!.Ticket) ? 1 : 0;
        }
        else if (cheatedIn.Remove(answer.Ticket))
        {
            context.Tell(gateway, new AnswerForged(answer.Ticket, name, Worth(answer)));
        }
        else
        {
            Learn(answer, models);
        }
    }

    /// <summary>The host came up again: the work under way is lost, what was learned is kept by the operator.</summary>
    public void OnRestarted()
    {
        Left += cheatedIn.Count;
        cheatedIn.Clear();
    }

    /// <summary>The same work done dishonestly; null where it cannot be.</summary>
    protected abstract SignedInference? Cheat(SignedInference honest, ulong question, IActorContext context);

    /// <summary>What an honest bill for the cheating answer would state; null when it is worth nothing.</summary>
    protected virtual TokenUsage? Worth(InferenceComputed answer) => null;

    /// <summary>An honest answer is about to leave.</summary>
    protected virtual void Learn(InferenceComputed answer, ModelStore models)
    {
    }

    /// <summary>The same work in other steps, whose inference takes this share of the honest time.</summary>
    protected static SignedInference Instead(SignedInference honest, AnswerSteps steps, Ratio effort) => honest with
    {
        Steps = steps,
        Service = Times(honest.Settings.InferenceTime, effort) + honest.Settings.SigningTime,
        TokenTime = Times(honest.Settings.TokenTime, effort),
    };

    private static SimDuration Times(SimDuration span, Ratio share) =>
        new((long)((Int128)span.Nanoseconds * share.Numerator / share.Denominator));
}
