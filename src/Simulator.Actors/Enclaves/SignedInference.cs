using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;

namespace Simulator.Actors.Enclaves;

/// <summary>One question computed and signed: a pure function of its members, run on a worker thread.</summary>
internal sealed record SignedInference(
    EnclaveSettings Settings,
    EnclaveSigningKey Key,
    ModelStore Models,
    ulong Ticket,
    byte[] Body,
    long Timestamp,
    SimDuration Queued,
    SimDuration Service)
{
    /// <summary>How the answer is made; the honest way where nothing is said.</summary>
    public AnswerSteps Steps { get; init; } = AnswerSteps.Honest;

    /// <summary>HTTP status of a request the enclave cannot make sense of.</summary>
    private const ushort BadRequest = 400;

    /// <summary>HTTP status of a model that fails on a well-formed request.</summary>
    private const ushort Failed = 500;

    /// <summary>HTTP status of a model that is published and not here yet.</summary>
    private const ushort Unavailable = 503;

    /// <summary>The fact that was established, if any, and what goes back to the gateway.</summary>
    public (InferenceAnswer? Fact, WorkFinished Outcome) Compute()
    {
        if (!MlInferenceRequest.TryRead(Body, out MlInferenceRequest? request, out RequestRefusal refusal))
        {
            return (null, Refuse(BadRequest, refusal.ToString()));
        }

        if (Models.Find(request.Model) is not ModelLookup.Found asked)
        {
            bool exists = Settings.Models.Find(request.Model) is ModelLookup.Found;
            return (null, exists
                ? Refuse(Unavailable, Enclave.ModelUnavailable)
                : Refuse(BadRequest, $"Model '{request.Model}' is not supported"));
        }

        ModelLookup.Found model = Steps.Choose(asked);
        (InferenceAnswer? fact, InferenceOutcome outcome) = Steps.Run(Settings, model, request);
        return outcome switch
        {
            InferenceOutcome.Completed completed => (fact, Sign(request, asked, model, completed)),
            InferenceOutcome.Refused refused => (fact, Refuse(Failed, InferenceRefusalNames.NameOf(refused.Reason))),
            _ => throw Invariant.Unreachable(outcome),
        };
    }

    /// <summary>Reference of the model that is asked; null when the request cannot be read.</summary>
    public string? AskedModel() => MlInferenceRequest.TryRead(Body, out MlInferenceRequest? request, out _) ? request.Model : null;

    private WorkFinished Sign(
        MlInferenceRequest request, ModelLookup.Found asked, ModelLookup.Found model, InferenceOutcome.Completed completed)
    {
        string output = completed.Outputs.ToCanonicalText();
        Hash32 requestHash = request.RequestHash();
        Hash32 outputHash = OutputString.Hash(output);
        SignedResponse proof = Steps.Sign(Key, requestHash, outputHash, Timestamp);
        MlInferenceResponse response = new(completed.Outputs, asked.Blob.Sha256, proof);
        return new WorkFinished(
            new InferenceComputed(
                Ticket,
                response.ToJson(),
                model.Reference.ToString(),
                model.Blob.BlobId,
                requestHash,
                outputHash,
                Queued,
                Service),
            null);
    }

    private WorkFinished Refuse(ushort status, string error) => new(null, new InferenceRefused(Ticket, status, error));
}
