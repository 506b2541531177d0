using Simulator.Inference.Catalogue;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;

namespace Simulator.Actors.Enclaves;

/// <summary>A paid request as an enclave reads it: of tensors or of text.</summary>
/// <param name="Model">Reference of the model that is asked.</param>
internal abstract record PaidQuestion(string Model)
{
    /// <summary>Null and the reason where the body is neither.</summary>
    public static PaidQuestion? Read(byte[] body, out RequestRefusal refusal)
    {
        if (ChatRequestJson.IsChat(body))
        {
            return ChatRequestJson.TryRead(body, out ChatRequest? chat, out refusal) ? new TextQuestion(chat) : null;
        }

        return MlInferenceRequest.TryRead(body, out MlInferenceRequest? request, out refusal)
            ? new TensorQuestion(request)
            : null;
    }

    /// <summary>What the model is given; null when it is of another kind than the question.</summary>
    public abstract TensorSet? InputsOf(ModelBlob model);

    /// <summary>Keccak of the canonical request bytes.</summary>
    public abstract Hash32 RequestHash();

    /// <summary>How often the model was run, one run after the other; 0 when the time of one run covers it.</summary>
    public abstract int TokensIn(TensorSet outputs);

    /// <summary>The string that is signed.</summary>
    public abstract string OutputOf(ModelBlob model, TensorSet outputs);

    /// <summary>The response body.</summary>
    public abstract byte[] BodyOf(ModelBlob asked, TensorSet outputs, SignedResponse proof, AnswerSteps steps);
}
