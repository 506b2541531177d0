using Simulator.Inference.Catalogue;
using Simulator.Inference.Execution;
using Simulator.Primitives;
using Simulator.Protocol.Blobs;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;

namespace Simulator.Actors.Enclaves;

/// <summary>An on-chain request computed and signed: a pure function of its members, run on a worker thread.</summary>
/// <remarks>What no node could answer is refused over a signature too, so that the transaction need not wait for it.</remarks>
internal sealed record SignedPreExecution(
    EnclaveSettings Settings, EnclaveSigningKey Key, ModelStore Models, ComputePreExecution Work, ulong Timestamp)
{
    /// <summary>The call data is no call of the hub's <c>run</c>.</summary>
    public const string MalformedCall = "malformed-call";

    /// <summary>Language models are asked over x402 only.</summary>
    public const string TextModel = "text-model";

    /// <summary>Nobody stores a model of that id.</summary>
    public const string UnknownModel = "unknown-model";

    /// <summary>The fact that was established, if any, and what goes back to the gateway.</summary>
    public (InferenceAnswer? Fact, PreExecutionFinished Outcome) Compute()
    {
        if (RunModelCall.Read(Address.Zero, Work.CallData) is not { } call)
        {
            return (null, Sign([], MalformedCall));
        }

        if (FindModel(Models, call.Model) is not { } model)
        {
            bool exists = FindModel(Settings.Models, call.Model) is not null;
            return (null, exists
                ? new PreExecutionFinished(Work.Ticket, [], Enclave.ModelUnavailable)
                : Sign([], UnknownModel));
        }

        if (model.Text is not null)
        {
            return (null, Sign([], TextModel));
        }

        InferenceAnswer answer = Settings.Inference.Run(model, call.Inputs, Settings.Profile);
        return answer.Outcome switch
        {
            InferenceOutcome.Completed completed => (answer, Sign(new ModelOutput(completed.Outputs).Encode(), "")),
            InferenceOutcome.Refused refused => (answer, Sign([], InferenceRefusalNames.NameOf(refused.Reason))),
            _ => throw Invariant.Unreachable(answer.Outcome),
        };
    }

    private static ModelBlob? FindModel(ModelStore models, string id) =>
        BlobId.TryParse(id, out BlobId blob, out _) ? models.FindBlob(blob.Content) : null;

    private PreExecutionFinished Sign(byte[] output, string refusal)
    {
        PreExecution result = PreExecution.Sign(
            Key, Work.Request, Work.CallData, output, refusal, Timestamp);
        return new PreExecutionFinished(Work.Ticket, result.Encode(), null);
    }
}
