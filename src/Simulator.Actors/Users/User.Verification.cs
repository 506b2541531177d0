using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Users;

/// <summary>How a user asks for more, or less, than an enclave's signature.</summary>
public sealed partial class User
{
    /// <summary>The proof does not prove the answer.</summary>
    public const string InvalidProof = "invalid_proof";

    private static string NameOf(VerificationMode mode) => mode.ToString().ToLowerInvariant();

    private void SayMode(OpenRequest request, IActorContext context)
    {
        if (settings.Verification != VerificationMode.Tee)
        {
            context.Observe(new VerificationAsked(IdOf(request, context), NameOf(settings.Verification)));
        }
    }

    private Message WithMode(Hash32? certificate, PostInference post) =>
        settings.Verification != VerificationMode.Tee ? new VerifiedInference(certificate, settings.Verification, post)
        : certificate is { } pinned ? new PinnedInference(pinned, post)
        : post;

    private void OnProvenReply(ProvenReply proven, IActorContext context)
    {
        if (!open.TryGetValue(proven.Reply.Attempt, out OpenRequest? request))
        {
            return;
        }

        context.Observe(new ProofChecked(IdOf(request, context), context.Name, proven.Holds));
        if (proven.Holds)
        {
            OnInferenceReply(proven.Reply, settings.CheckingTime + settings.ProofCheck, context);
        }
        else
        {
            Finish(proven.Reply.Attempt, RequestFate.Rejected, InvalidProof, context);
        }
    }
}
