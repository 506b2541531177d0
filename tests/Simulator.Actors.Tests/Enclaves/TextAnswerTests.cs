using Simulator.Actors.Enclaves;
using Simulator.Actors.Enclaves.Frauds;
using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Tests.Gateways;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Users;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Facts;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;
using Simulator.Protocol.Pricing;
using Simulator.Protocol.Responses;
using Simulator.Protocol.Tensors;
using Simulator.Records;

namespace Simulator.Actors.Tests.Enclaves;

/// <summary>A text is decoded token by token, takes its time for each, is billed by its tokens, and can be counted again.</summary>
public sealed class TextAnswerTests
{
    private const string Model = "chat@1.0";

    private static readonly SimDuration TokenTime = SimDuration.FromMilliseconds(3);
    private static readonly ModelBlob Chat = ((ModelLookup.Found)Cast.Models.Find(Model)).Blob;
    private static readonly ChatRequest Request =
        new(Model, [ChatMessage.User("Should I buy Bitcoin today?")]) { MaxTokens = CanonicalJson.Of(64L) };

    [Fact]
    public void An_answer_is_signed_over_question_and_text_and_states_its_tokens()
    {
        InferenceFacts facts = new();
        Stage stage = Enclave(facts: facts);

        InferenceComputed computed = Ask(stage, Request);

        ChatResponse answer = Read(computed);
        Assert.EndsWith(".", answer.Content);
        Assert.Equal(
            ResponseVerdict.Accepted,
            answer.Proof.Verify(Papers.NodeKey.Spki.Span, Papers.NodeKey.TeeId, Request.CanonicalBytes(), answer.Output));
        Assert.Equal(
            new TokenUsage(Chat.Text!.Tokenizer.Encode("Should I buy Bitcoin today?").Length, TokensOf(answer)), answer.Usage);
        Assert.Equal(Papers.Clock.At(stage.Now), answer.Proof.Timestamp);
        Assert.Equal(1, facts.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(64)]
    public void Every_token_takes_its_time_and_the_end_of_the_answer_too(int maximum)
    {
        InferenceComputed computed = Ask(Enclave(), Request with { MaxTokens = CanonicalJson.Of((long)maximum) });

        int decoded = TokensOf(Read(computed)) + 1;
        Assert.InRange(decoded, 2, maximum + 1);
        Assert.Equal(SimDuration.FromMilliseconds(11) + (TokenTime * decoded), computed.Computed);
    }

    [Fact]
    public void A_question_of_the_wrong_kind_is_refused_by_name()
    {
        Stage stage = Enclave();
        stage.Deliver(new ComputeInference(1, (Request with { Model = "volatility@1.2" }).CanonicalBytes()), Cast.FirstGateway);
        Assert.Equal("Model 'volatility@1.2' is not supported", stage.Sent<InferenceRefused>().Error);

        stage.Forget();
        MlInferenceRequest tensors = new(Model, new TensorSet(FixedPointTensor.Of("prompt", [1f], 1, 1)));
        stage.Deliver(new ComputeInference(2, tensors.CanonicalBytes()), Cast.FirstGateway);
        Assert.Equal("Model 'chat@1.0' is not supported", stage.Sent<InferenceRefused>().Error);
    }

    [Fact]
    public void On_chain_a_language_model_is_refused_over_a_signature()
    {
        Stage stage = Enclave();
        byte[] data = new RunModelCall(
            Deployments.InferenceHub, Chat.BlobId, InferenceMode.Tee, new TensorSet(FixedPointTensor.Of("prompt", [1f], 1, 1))).Encode();

        stage.Deliver(new ComputePreExecution(1, Hash32.Zero, data), Cast.FirstGateway);

        PreExecution? result = PreExecution.Read(stage.Sent<PreExecutionComputed>().Result);
        Assert.Equal("text-model", result!.Refusal);
        Assert.True(result.IsSignedBy(Papers.NodeKey.Spki.Span, data));
    }

    [Fact]
    public void The_price_counts_the_tokens_that_the_answer_states()
    {
        OpgAmount perToken = new(7);
        PaidGateway gateway = new(settings => settings with { PricePerToken = perToken });
        ComputeInference work = gateway.Computing();
        InferenceComputed computed = Ask(Enclave(), Request) with { Ticket = work.Ticket };
        gateway.Stage.Forget();

        gateway.Stage.Deliver(computed, Cast.EnclaveOfGateway);

        ulong tokens = (ulong)Read(computed).Usage!.Value.TotalTokens;
        OpgAmount price = gateway.Stage.Sent<InferenceReply>().Cost;
        Assert.Equal(Price() + (perToken * tokens), price);
        Assert.Equal(price, gateway.Stage.Said<SessionCharged>().Cost);
    }

    [Fact]
    public void Over_reported_tokens_are_noticed_by_whoever_counts_again()
    {
        Stage stage = Enclave(NodeFraudKind.OverReportedTokens);

        InferenceComputed computed = Ask(stage, Request);

        ChatResponse answer = Read(computed);
        Assert.Equal(2 * TokensOf(answer), answer.Usage!.Value.CompletionTokens);
        Assert.Equal(Read(Ask(Enclave(), Request)).Usage, stage.Sent<AnswerForged>().Worth);
        Assert.Equal("UsageOverstated", Check(computed, Chat).Reject());
        Assert.Null(Check(Ask(Enclave(), Request), Chat).Reject());
    }

    [Theory]
    [InlineData(NodeFraudKind.CachedAnswer)]
    [InlineData(NodeFraudKind.InventedAnswer)]
    public void Texts_are_cached_and_invented_without_decoding(NodeFraudKind kind)
    {
        Stage stage = Enclave(kind);
        ChatResponse first = Read(Ask(stage, Request));
        ChatRequest other = Request with { Messages = [ChatMessage.User("What is Solana for today?")] };

        InferenceComputed computed = Ask(stage, other);

        Assert.Equal(SimDuration.FromMilliseconds(1), computed.Computed);
        Assert.NotEqual(Read(Ask(Enclave(), other)).Content, Read(computed).Content);
        Assert.Equal(kind == NodeFraudKind.CachedAnswer, first.Content == Read(computed).Content);
    }

    private static Stage Enclave(NodeFraudKind? fraud = null, InferenceFacts? facts = null)
    {
        EnclaveSettings settings = Cast.EnclaveSettings(facts: facts) with
        {
            TokenTime = TokenTime,
            Fraud = fraud is { } kind ? Cheating(kind) : null,
        };
        return new Stage("honest/1/enclave", _ => new Enclave(settings, Cast.FirstGateway, "honest/1"));
    }

    private static NodeFraudSettings Cheating(NodeFraudKind kind) => new()
    {
        Kind = kind,
        Name = "a-fraud",
        Share = Ratio.One,
        Model = null,
        Effort = Ratio.One,
        OutsideKey = Papers.NodeKey,
    };

    private static InferenceComputed Ask(Stage stage, ChatRequest request)
    {
        stage.Deliver(new ComputeInference(1, request.CanonicalBytes()), Cast.FirstGateway);
        return stage.AllSent<InferenceComputed>()[^1];
    }

    private static ChatResponse Read(InferenceComputed computed)
    {
        Assert.True(ResponseReader.TryRead(computed.Body, out ChatResponse? answer, out _));
        return answer;
    }

    private static int TokensOf(ChatResponse answer) => Chat.Text!.Tokenizer.Encode(answer.Content).Length;

    private static AnswerCheck Check(InferenceComputed computed, ModelBlob model) =>
        new(Request.CanonicalBytes(), computed.Body, Papers.NodeKey.TeeId, Papers.NodeKey.Spki.ToArray())
        {
            Text = model.Text,
        };

    private static OpgAmount Price()
    {
        PaidGateway gateway = new();
        return gateway.Answer(gateway.Computing()).Cost;
    }
}
