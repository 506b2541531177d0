using System.Text;
using Simulator.Actors.Enclaves;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Users;
using Simulator.Inference.Facts;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Tests.Enclaves;

/// <summary>An enclave computes as many questions at once as it has slots, in order, and signs exactly what came out.</summary>
public sealed class EnclaveTests
{
    private static readonly DrawPurpose Purpose = new("question of a test");

    [Fact]
    public void An_enclave_declares_the_key_it_signs_with()
    {
        NodeDeclared declared = Cast.Enclave().Said<NodeDeclared>();

        Assert.Equal("honest/1", declared.Name);
        Assert.Equal(Papers.NodeKey.TeeId, declared.TeeId);
        Assert.Equal(Keccak256.Hash(declared.SigningKey), declared.TeeId);
    }

    [Fact]
    public void An_answer_is_signed_over_this_question_and_this_output_and_kept_as_a_fact()
    {
        InferenceFacts facts = new();
        Stage stage = Cast.Enclave(facts: facts);
        byte[] question = Question();

        stage.Deliver(new ComputeInference(9, question), Cast.FirstGateway);

        InferenceComputed computed = stage.Sent<InferenceComputed>();
        Assert.Equal(9UL, computed.Ticket);
        Assert.Equal("volatility@1.2", computed.Model);
        Assert.Equal(Keccak256.Hash(question), computed.InputHash);
        Assert.True(MlInferenceResponse.TryRead(computed.Body, out MlInferenceResponse? answer, out _));
        Assert.Equal(
            ResponseVerdict.Accepted,
            answer.Proof.Verify(Papers.NodeKey.Spki.Span, Papers.NodeKey.TeeId, question, answer.Output));
        Assert.Equal(Papers.Clock.At(stage.Now), answer.Proof.Timestamp);
        Assert.NotEqual(new InferenceFacts().Hash(), facts.Hash());
    }

    [Fact]
    public void Service_takes_inference_and_signing_time_and_a_wait_for_a_slot_is_counted_apart()
    {
        Stage stage = Cast.Enclave(slots: 1, queue: 1);
        stage.HoldsJobs = true;
        stage.Deliver(new ComputeInference(1, Question()), Cast.FirstGateway);
        stage.Deliver(new ComputeInference(2, Question()), Cast.FirstGateway);

        stage.FinishJob();
        stage.FinishJob();

        IReadOnlyList<InferenceComputed> answers = stage.AllSent<InferenceComputed>();
        Assert.Equal([SimDuration.Zero, SimDuration.FromMilliseconds(11)], answers.Select(answer => answer.Queued));
        Assert.All(answers, answer => Assert.Equal(SimDuration.FromMilliseconds(11), answer.Computed));
        Assert.Equal(SimTime.Start + SimDuration.FromMilliseconds(22), stage.Now);
    }

    [Fact]
    public void No_more_questions_are_computed_at_once_than_there_are_slots_and_they_are_answered_in_order()
    {
        Stage stage = Cast.Enclave(slots: 2, queue: 3);
        stage.HoldsJobs = true;
        for (ulong ticket = 1; ticket <= 5; ticket++)
        {
            stage.Deliver(new ComputeInference(ticket, Question()), Cast.FirstGateway);
        }

        List<int> underWay = [];
        while (stage.JobsUnderWay > 0)
        {
            underWay.Add(stage.JobsUnderWay);
            stage.FinishJob();
        }

        Assert.Equal([2, 2, 2, 2, 1], underWay);
        Assert.Equal([1UL, 2, 3, 4, 5], stage.AllSent<InferenceComputed>().Select(answer => answer.Ticket));
    }

    [Fact]
    public void One_question_too_many_is_refused_at_once()
    {
        Stage stage = Cast.Enclave(slots: 1, queue: 1);
        stage.HoldsJobs = true;

        stage.Deliver(new ComputeInference(1, Question()), Cast.FirstGateway);
        stage.Deliver(new ComputeInference(2, Question()), Cast.FirstGateway);
        stage.Deliver(new ComputeInference(3, Question()), Cast.FirstGateway);

        Assert.Equal(new InferenceRefused(3, 503, "queue_full"), stage.Sent<InferenceRefused>());
    }

    [Fact]
    public void An_on_chain_request_is_computed_in_the_same_slots_and_signed_for_itself()
    {
        InferenceFacts facts = new();
        Stage stage = Cast.Enclave(slots: 1, queue: 1, facts);
        byte[] data = RunCall(ChainCast.ModelId);
        stage.HoldsJobs = true;
        stage.Deliver(new ComputeInference(1, Question()), Cast.FirstGateway);
        stage.Deliver(new ComputePreExecution(1, Hash32.Zero, data), Cast.FirstGateway);
        stage.Deliver(new ComputePreExecution(2, Hash32.Zero, data), Cast.FirstGateway);
        Assert.Equal("queue_full", stage.Sent<PreExecutionComputed>().Refusal);

        stage.Forget();
        stage.FinishJob();
        stage.FinishJob();

        PreExecution? result = PreExecution.Read(stage.Sent<PreExecutionComputed>().Result);
        Assert.True(result!.IsSignedBy(Papers.NodeKey.Spki.Span, data));
        Assert.Equal("", result.Refusal);
        Assert.NotEmpty(ModelOutput.Read(result.Output)!.Tensors.Numbers);
        Assert.Equal(SimTime.Start + SimDuration.FromMilliseconds(22), stage.Now);
    }

    [Theory]
    [InlineData("oracle", "unknown-model")]
    [InlineData(null, "malformed-call")]
    public void What_no_node_could_answer_on_chain_is_refused_over_a_signature(string? model, string name)
    {
        Stage stage = Cast.Enclave();
        byte[] data = model is null ? [1, 2, 3, 4] : RunCall(model);

        stage.Deliver(new ComputePreExecution(1, Hash32.Zero, data), Cast.FirstGateway);

        PreExecution? result = PreExecution.Read(stage.Sent<PreExecutionComputed>().Result);
        Assert.Equal((name, true), (result!.Refusal, result.IsSignedBy(Papers.NodeKey.Spki.Span, data)));
    }

    [Fact]
    public void An_on_chain_request_with_the_wrong_inputs_is_refused_by_the_models_own_name_for_it()
    {
        Stage stage = Cast.Enclave();
        byte[] data = ChainCast.Ask(Papers.UserKey, 0).Transaction.Data;

        stage.Deliver(new ComputePreExecution(1, Hash32.Zero, data), Cast.FirstGateway);

        Assert.Equal("unknown-input", PreExecution.Read(stage.Sent<PreExecutionComputed>().Result)!.Refusal);
    }

    [Theory]
    [InlineData("{", 400, "NotJson")]
    [InlineData("[]", 400, "NotAnObject")]
    [InlineData("{}", 400, "ModelMissing")]
    [InlineData("""{"model":"volatility@1.2"}""", 400, "InputsMalformed")]
    [InlineData("""{"model":"oracle@9.9","model_inputs":{"numbers":[],"strings":[]}}""", 400, "Model 'oracle@9.9' is not supported")]
    [InlineData("""{"model":"volatility@1.2","model_inputs":{"numbers":[],"strings":[]}}""", 500, "missing-input")]
    public void A_question_it_cannot_answer_is_refused_by_name_and_frees_its_slot(string body, int status, string name)
    {
        Stage stage = Cast.Enclave();

        stage.Deliver(new ComputeInference(1, Encoding.UTF8.GetBytes(body)), Cast.FirstGateway);
        stage.Deliver(new ComputeInference(2, Question()), Cast.FirstGateway);

        Assert.Equal(new InferenceRefused(1, (ushort)status, name), stage.Sent<InferenceRefused>());
        Assert.Equal(2UL, stage.Sent<InferenceComputed>().Ticket);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("4294967296")]
    [InlineData("9223372036854775807")]
    public void A_shape_no_tensor_can_have_is_refused_and_breaks_nothing(string extent)
    {
        string tensor = $$"""{"name":"returns","shape":[{{extent}}],"values":[{"decimals":6,"value":1}]}""";
        string body = $$$"""{"model":"volatility@1.2","model_inputs":{"numbers":[{{{tensor}}}],"strings":[]}}""";
        Stage stage = Cast.Enclave();

        stage.Deliver(new ComputeInference(1, Encoding.UTF8.GetBytes(body)), Cast.FirstGateway);

        Assert.Equal(1UL, stage.Sent<InferenceRefused>().Ticket);
    }

    [Fact]
    public void A_restarted_enclave_has_all_its_slots_again()
    {
        Stage stage = Cast.Enclave(slots: 1, queue: 1);
        stage.HoldsJobs = true;
        stage.Deliver(new ComputeInference(1, Question()), Cast.FirstGateway);
        stage.Deliver(new ComputeInference(2, Question()), Cast.FirstGateway);

        stage.Restart();
        stage.HoldsJobs = false;
        stage.Deliver(new ComputeInference(3, Question()), Cast.FirstGateway);

        Assert.Equal(3UL, stage.Sent<InferenceComputed>().Ticket);
    }

    private static byte[] RunCall(string model)
    {
        Assert.True(MlInferenceRequest.TryRead(Question(), out MlInferenceRequest? question, out _));
        return new RunModelCall(Deployments.InferenceHub, model, InferenceMode.Tee, question.Inputs).Encode();
    }

    private static byte[] Question() => new VolatilityTrader("volatility@1.2").Compose(new KeyedRandom(7, 0, "traders/1"), Purpose, 1);
}
