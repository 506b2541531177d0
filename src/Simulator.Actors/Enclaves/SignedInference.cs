using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;

namespace Simulator.Actors.Enclaves;

/// <summary>One question computed and signed: a pure function of its members, run on a worker thread.</summary>
/// <param name="Settings">The enclave's.</param>
/// <param name="Key">Signs.</param>
/// <param name="Models">Those that are there.</param>
/// <param name="Ticket">Number the gateway gave this piece of work.</param>
/// <param name="Body">JSON request bytes.</param>
/// <param name="Start">When a slot took it.</param>
/// <param name="Queued">Time waited for that.</param>
/// <param name="Service">Time to compute and sign; of a text, all but its tokens.</param>
internal sealed record SignedInference(
    EnclaveSettings Settings,
    EnclaveSigningKey Key,
    ModelStore Models,
    ulong Ticket,
    byte[] Body,
    SimTime Start,
    SimDuration Queued,
    SimDuration Service)
{
    /// <summary>HTTP status of a request the enclave cannot make sense of.</summary>
    private const ushort BadRequest = 400;

    /// <summary>HTTP status of a model that fails on a well-formed request.</summary>
    private const ushort Failed = 500;

    /// <summary>HTTP status of a model that is published and not here yet.</summary>
    private const ushort Unavailable = 503;

    /// <summary>How the answer is made; as the enclave's settings have it where nothing is said.</summary>
    public AnswerSteps Steps { get; init; } =
        Settings.Variant is { } variant ? new VariantSteps(variant) : AnswerSteps.Honest;

    /// <summary>Time to decode one token of a text.</summary>
    public SimDuration TokenTime { get; init; } = Settings.TokenTime;

    /// <summary>Its time depends on how many tokens come out, and is at least <see cref="Service"/>.</summary>
    public bool IsOpenEnded => ChatRequestJson.IsChat(Body);

    /// <summary>The fact that was established, if any, and what goes back to the gateway.</summary>
    public (InferenceAnswer? Fact, WorkFinished Outcome) Compute()
    {
        if (PaidQuestion.Read(Body, out RequestRefusal refusal) is not { } question)
        {
            return (null, Refuse(BadRequest, refusal.ToString()));
        }

        if (Models.Find(question.Model) is not ModelLookup.Found asked)
        {
            bool exists = Settings.Models.Find(question.Model) is ModelLookup.Found;
            return (null, exists ? Refuse(Unavailable, Enclave.ModelUnavailable) : RefuseModel(question.Model));
        }

        ModelLookup.Found model = Steps.Choose(Settings, asked);
        if (question.InputsOf(asked.Blob) is null || question.InputsOf(model.Blob) is not { } inputs)
        {
            return (null, RefuseModel(question.Model));
        }

        (InferenceAnswer? fact, InferenceOutcome outcome) = Steps.Run(Settings, model, inputs);
        return outcome switch
        {
            InferenceOutcome.Completed completed => (fact, Sign(question, asked, model, completed.Outputs)),
            InferenceOutcome.Refused refused => (fact, Refuse(Failed, InferenceRefusalNames.NameOf(refused.Reason))),
            _ => throw Invariant.Unreachable(outcome),
        };
    }

    /// <summary>Reference of the model that is asked; null when the request cannot be read.</summary>
    public string? AskedModel() => PaidQuestion.Read(Body, out _)?.Model;

    private WorkFinished Sign(PaidQuestion question, ModelLookup.Found asked, ModelLookup.Found model, TensorSet outputs)
    {
        SimDuration service = Service + (TokenTime * question.TokensIn(outputs));
        Hash32 requestHash = question.RequestHash();
        Hash32 outputHash = OutputString.Hash(question.OutputOf(asked.Blob, outputs));
        SignedResponse proof = Steps.Sign(Key, requestHash, outputHash, Settings.Clock.At(Start + service));
        return new WorkFinished(
            new InferenceComputed(
                Ticket,
                question.BodyOf(asked.Blob, outputs, proof, Steps),
                model.Reference.ToString(),
                model.Blob.BlobId,
                proof.RequestHash,
                proof.OutputHash,
                Queued,
                service),
            null);
    }

    private WorkFinished RefuseModel(string model) => Refuse(BadRequest, $"Model '{model}' is not supported");

    private WorkFinished Refuse(ushort status, string error) => new(null, new InferenceRefused(Ticket, status, error));
}
