using Simulator.Actors.Enclaves;
using Simulator.Actors.Facilitators.Conditions;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Protocol.X402.Sessions;
using Simulator.Records;

namespace Simulator.Actors.Gateways.Verification;

/// <summary>A gateway's answers that nobody pays for before they are verified, and what their sessions wait for.</summary>
/// <remarks>Sends: <see cref="CommitAnswer"/>, <see cref="ProveAnswer"/>, <see cref="PostConditionalSettle"/>.</remarks>
internal sealed class VerifiedAnswers(VerifiedAnswerSettings settings)
{
    private readonly SortedDictionary<ulong, HeldAnswer> held = [];
    private readonly SortedDictionary<string, List<Condition>> conditions = new(StringComparer.Ordinal);

    /// <summary>Whether an answer in this mode is charged for later.</summary>
    public static bool Holds(VerificationMode mode) => mode is VerificationMode.Reexecute or VerificationMode.Zk;

    /// <summary>Whether what is being served on the session, this request included, stays under its maximum.</summary>
    public static bool Fits(UptoSession session, OpgAmount price) =>
        price * (ulong)session.InFlight <= session.Terms.Maximum - session.Accumulated;

    /// <summary>An answer has been computed; it is kept until it is known whether it stands.</summary>
    /// <returns>False when there is nothing that could be verified.</returns>
    public bool Hold(PendingInference pending, InferenceComputed answer, IActorContext context)
    {
        if (!AnswerBody.TryRead(answer.Body, out AnswerBody? response, out _))
        {
            return false;
        }

        HeldRequest request = pending.Request;
        string subject = FraudSubjects.OfAnswer(request.Id, context.Name);
        if (request.Mode == VerificationMode.Reexecute)
        {
            held.Add(answer.Ticket, new HeldAnswer(pending, answer));
            context.Tell(
                settings.Commitments,
                new CommitAnswer(answer.Ticket, subject, request.Body, response.Output, response.ModelHash));
            return true;
        }

        if (settings.Prover is not { } prover)
        {
            return false;
        }

        held.Add(answer.Ticket, new HeldAnswer(pending, answer));
        context.Tell(prover, new ProveAnswer(answer.Ticket, request.Body, OutputString.Hash(response.Output)));
        return true;
    }

    /// <summary>It is known whether the answer stands: it is nobody's any more, and a session may be charged for it.</summary>
    public HeldAnswer? Take(ulong ticket) => held.Remove(ticket, out HeldAnswer? answer) ? answer : null;

    /// <summary>The session has been charged for an answer that had to be verified.</summary>
    public void AddCondition(string session, HeldRequest request, string node)
    {
        if (!Holds(request.Mode))
        {
            return;
        }

        if (!conditions.TryGetValue(session, out List<Condition>? of))
        {
            conditions.Add(session, of = []);
        }

        bool isProven = request.Mode == VerificationMode.Zk;
        Hash32? name = isProven ? null : Keccak256.HashText(FraudSubjects.OfAnswer(request.Id, node));
        of.Add(new Condition(name, request.Id));
    }

    /// <summary>Every answer that is still held; the host went down, and nobody will ever pay for them.</summary>
    public IReadOnlyList<HeldAnswer> TakeAll()
    {
        HeldAnswer[] all = [.. held.Values];
        held.Clear();
        return all;
    }

    public void Forget(string session) => conditions.Remove(session);

    /// <summary>Brings a settlement to the facilitator, with what it depends on.</summary>
    public void Settle(string session, KnownFacilitator facilitator, PostSettle post, IActorContext context)
    {
        if (facilitator.Conditions is not { } desk || !conditions.TryGetValue(session, out List<Condition>? of)
            || settings.SettlesUnverified)
        {
            context.Tell(facilitator.Actor, post);
            return;
        }

        byte[] answers = [.. of.Where(item => item.Name is not null).SelectMany(item => item.Name!.Value.ToArray())];
        Condition[] proven = [.. of.Where(item => item.Name is null)];
        string requests = string.Join('\n', proven.Select(item => item.Request));
        long bytes = proven.LongLength * settings.ProofBytes;
        context.Tell(desk, new PostConditionalSettle(post.Call, post.Body, answers, requests, bytes));
    }

    /// <summary>An answer and what was computed for it.</summary>
    /// <param name="Pending">Request and session.</param>
    /// <param name="Computed">The signed answer.</param>
    internal sealed record HeldAnswer(PendingInference Pending, InferenceComputed Computed);

    private readonly record struct Condition(Hash32? Name, RequestId Request);
}

/// <summary>Who helps a gateway to have its answers verified.</summary>
public sealed record VerifiedAnswerSettings
{
    /// <summary>The <see cref="CommitmentAgent"/> on its host.</summary>
    public required ActorRef Commitments { get; init; }

    /// <summary>The <see cref="Verification.Prover"/> on its host; null where no user asks for proofs.</summary>
    public ActorRef? Prover { get; init; }

    /// <summary>Length of one proof.</summary>
    public int ProofBytes { get; init; }

    /// <summary>True only where a planted bug charges and settles at once.</summary>
    public bool SettlesUnverified { get; init; }
}
