using Simulator.Actors.Network;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Text;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pricing;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;

namespace Simulator.Actors.Enclaves;

/// <summary>A chat request, answered by a model that decodes token by token.</summary>
/// <remarks>
/// Usage counts the tokens of the two texts as the model's tokenizer gives them, so that anybody can count them again.
/// Source: protocol facts §4.5, §4.6.
/// </remarks>
internal sealed record TextQuestion(ChatRequest Request) : PaidQuestion(Request.Model)
{
    public override TensorSet? InputsOf(ModelBlob model) => model.Text?.InputsOf(Request);

    public override Hash32 RequestHash() => Request.RequestHash();

    // The end of the answer is decoded too.
    public override int TokensIn(TensorSet outputs) => (outputs.Number(TextModel.AnswerOutput)?.Values.Length ?? 0) + 1;

    public override string OutputOf(ModelBlob model, TensorSet outputs) => model.Text!.TextOf(outputs);

    public override byte[] BodyOf(ModelBlob asked, TensorSet outputs, SignedResponse proof, AnswerSteps steps)
    {
        string text = asked.Text!.TextOf(outputs);
        (int prompt, int answer) = asked.Text.Count(Request, text);
        Hash32 id = Keccak256.Hash(proof.Signature.Span);
        return new ChatResponse("chatcmpl-" + KeyedUuid.From(DrawOf(id)), Request.Model, text, proof)
        {
            Usage = steps.Bill(new TokenUsage(prompt, answer)),
        }.ToJson();
    }

    private static Draw DrawOf(Hash32 hash) => new(hash.Prefix64, Keccak256.Hash(hash.ToArray()).Prefix64);
}
