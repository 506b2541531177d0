using Simulator.Inference.Catalogue;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;

namespace Simulator.Actors.Enclaves;

/// <summary>A request to run a model on tensors.</summary>
internal sealed record TensorQuestion(MlInferenceRequest Request) : PaidQuestion(Request.Model)
{
    public override TensorSet? InputsOf(ModelBlob model) => model.Text is null ? Request.Inputs : null;

    public override Hash32 RequestHash() => Request.RequestHash();

    public override int TokensIn(TensorSet outputs) => 0;

    public override string OutputOf(ModelBlob model, TensorSet outputs) => outputs.ToCanonicalText();

    public override byte[] BodyOf(ModelBlob asked, TensorSet outputs, SignedResponse proof, AnswerSteps steps) =>
        new MlInferenceResponse(outputs, asked.Sha256, proof).ToJson();
}
