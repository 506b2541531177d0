using Simulator.Actors.Enclaves;
using Simulator.Actors.Enclaves.Frauds;
using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Tests.Gateways;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Users;
using Simulator.Inference.Catalogue;
using Simulator.Inference.Facts;
using Simulator.Primitives;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Tests.Frauds;

/// <summary>Each fraud of a node deceives in exactly the way it is named for, and says so to the run's records alone.</summary>
public sealed class NodeFraudTests
{
    private const string Asked = "volatility@1.2";
    private const string Coarse = "volatility-int8@1.2";

    private static readonly DrawPurpose Purpose = new("question of a test");

    [Theory]
    [InlineData(NodeFraudKind.CheaperModel)]
    [InlineData(NodeFraudKind.LowerPrecision)]
    public void Another_model_answers_under_the_name_and_the_signature_of_the_asked_one(NodeFraudKind kind)
    {
        Stage stage = Enclave(kind);

        (byte[] question, InferenceComputed computed, MlInferenceResponse answer) = Ask(stage, 1);

        Assert.Equal(ResponseVerdict.Accepted, VerdictOn(answer, question));
        Assert.Equal(Found(Asked).Blob.Sha256, answer.ModelHash);
        Assert.Equal(Coarse, computed.Model);
        Assert.NotEqual(Honest(question).Output, answer.Output);
        Assert.Equal(new AnswerForged(1, "a-fraud", null), stage.Sent<AnswerForged>());
        Assert.Equal(SimDuration.FromMilliseconds(6), computed.Computed);
    }

    [Fact]
    public void A_cached_answer_is_an_earlier_output_signed_for_this_question()
    {
        InferenceFacts facts = new();
        Stage stage = Enclave(NodeFraudKind.CachedAnswer, facts: facts);
        MlInferenceResponse first = Ask(stage, 1).Answer;
        Hash32 known = facts.Hash();
        Assert.Empty(stage.AllSent<AnswerForged>());

        (byte[] question, InferenceComputed computed, MlInferenceResponse second) = Ask(stage, 2);

        Assert.Equal(first.Output, second.Output);
        Assert.Equal(ResponseVerdict.Accepted, VerdictOn(second, question));
        Assert.Equal(SimDuration.FromMilliseconds(1), computed.Computed);
        Assert.Equal(known, facts.Hash());
        Assert.Equal(2UL, stage.Sent<AnswerForged>().Ticket);
    }

    [Fact]
    public void An_invented_answer_has_the_shape_of_an_answer_and_is_signed()
    {
        Stage stage = Enclave(NodeFraudKind.InventedAnswer);
        Ask(stage, 1);

        (byte[] question, _, MlInferenceResponse invented) = Ask(stage, 2);

        MlInferenceResponse honest = Honest(question);
        Assert.Equal(ResponseVerdict.Accepted, VerdictOn(invented, question));
        Assert.NotEqual(honest.Output, invented.Output);
        Assert.Equal(honest.Outputs.Numbers.Select(tensor => tensor.Name), invented.Outputs.Numbers.Select(tensor => tensor.Name));
        Assert.Equal(2UL, stage.Sent<AnswerForged>().Ticket);
    }

    [Theory]
    [InlineData(NodeFraudKind.ForgedSignature, ResponseVerdict.SignatureInvalid)]
    [InlineData(NodeFraudKind.StaleSignature, ResponseVerdict.RequestHashMismatch)]
    public void A_false_signature_is_named_by_the_clients_own_check(NodeFraudKind kind, ResponseVerdict verdict)
    {
        Stage stage = Enclave(kind);
        Ask(stage, 1);

        (byte[] question, _, MlInferenceResponse answer) = Ask(stage, 2);

        Assert.Equal(verdict, VerdictOn(answer, question));
        Assert.Equal(2UL, stage.AllSent<AnswerForged>()[^1].Ticket);
    }

    [Fact]
    public void Whether_it_cheats_depends_on_the_question_alone()
    {
        bool[] Occasions(IEnumerable<ulong> order)
        {
            Stage stage = Enclave(NodeFraudKind.CheaperModel, new Ratio(1, 2));
            SortedDictionary<ulong, bool> cheats = [];
            foreach (ulong number in order)
            {
                stage.Forget();
                Ask(stage, number);
                cheats[number] = stage.AllSent<AnswerForged>().Count > 0;
            }

            return [.. cheats.Values];
        }

        bool[] forwards = Occasions([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

        Assert.Equal(forwards, Occasions([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]));
        Assert.Contains(true, forwards);
        Assert.Contains(false, forwards);
    }

    [Fact]
    public void A_forged_answer_is_confessed_once_it_goes_out_with_what_the_client_pays()
    {
        PaidGateway gateway = new();
        ComputeInference work = gateway.Computing();
        gateway.Stage.Deliver(new AnswerForged(work.Ticket, "cheaper_model", null), Cast.EnclaveOfGateway);
        Assert.Empty(gateway.Stage.AllSaid<FraudAttempted>());

        InferenceReply reply = gateway.Answer(work);

        FraudAttempted attempt = gateway.Stage.Said<FraudAttempted>();
        Assert.Equal(("cheaper_model", "honest"), (attempt.Fraud, attempt.Group));
        FraudLoss loss = gateway.Stage.Said<FraudLoss>();
        Assert.Equal((attempt.Subject, reply.Cost), (loss.Subject, loss.Amount));
    }

    [Fact]
    public void A_refusal_after_payment_is_charged_and_computes_nothing()
    {
        PaidGateway gateway = new(settings => settings with { Fraud = Settings(NodeFraudKind.RefusalAfterPayment, Ratio.One) });

        gateway.Verify(gateway.Offer(gateway.Payment()));

        Assert.Empty(gateway.Stage.AllSent<ComputeInference>());
        Assert.Equal(503, gateway.Stage.Sent<ErrorReply>().Status);
        Assert.True(gateway.Stage.Said<SessionCharged>().Accepted);
        Assert.Equal(gateway.Stage.Said<SessionCharged>().Cost, gateway.Stage.Said<FraudLoss>().Amount);
        Assert.NotEmpty(gateway.Settling().Body);
    }

    [Fact]
    public void A_leak_of_plaintext_changes_nothing_that_the_client_sees()
    {
        PaidGateway gateway = new(settings => settings with { Fraud = Settings(NodeFraudKind.PlaintextLeak, Ratio.One) });

        ComputeInference work = gateway.Computing();

        Assert.Equal("a-fraud", gateway.Stage.Said<FraudAttempted>().Fraud);
        Assert.Empty(gateway.Stage.AllSaid<FraudLoss>());
        Assert.NotEmpty(gateway.Answer(work).Body);
    }

    private static Stage Enclave(NodeFraudKind kind, Ratio? share = null, InferenceFacts? facts = null)
    {
        EnclaveSettings settings = Cast.EnclaveSettings(facts: facts) with { Fraud = Settings(kind, share ?? Ratio.One) };
        return new Stage("honest/1/enclave", _ => new Enclave(settings, Cast.FirstGateway, "honest/1"));
    }

    private static NodeFraudSettings Settings(NodeFraudKind kind, Ratio share) => new()
    {
        Kind = kind,
        Name = "a-fraud",
        Share = share,
        Model = Found(Coarse),
        Effort = new Ratio(1, 2),
        OutsideKey = EnclaveKeyPool.OfThisMachine[1],
    };

    private static ModelLookup.Found Found(string model) => (ModelLookup.Found)Cast.Models.Find(model);

    private static (byte[] Question, InferenceComputed Computed, MlInferenceResponse Answer) Ask(Stage stage, ulong number)
    {
        byte[] question = new VolatilityTrader(Asked).Compose(stage.Random, Purpose, (int)number);
        stage.Deliver(new ComputeInference(number, question), Cast.FirstGateway);
        InferenceComputed computed = stage.AllSent<InferenceComputed>()[^1];
        Assert.True(MlInferenceResponse.TryRead(computed.Body, out MlInferenceResponse? answer, out _));
        return (question, computed, answer);
    }

    private static MlInferenceResponse Honest(byte[] question)
    {
        Stage stage = Cast.Enclave();
        stage.Deliver(new ComputeInference(1, question), Cast.FirstGateway);
        Assert.True(MlInferenceResponse.TryRead(stage.Sent<InferenceComputed>().Body, out MlInferenceResponse? answer, out _));
        return answer;
    }

    private static ResponseVerdict VerdictOn(MlInferenceResponse answer, byte[] question) =>
        answer.Proof.Verify(Papers.NodeKey.Spki.Span, Papers.NodeKey.TeeId, question, answer.Output);
}
