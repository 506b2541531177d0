using Simulator.Actors.Network;
using Simulator.Actors.Rpc;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Users;
using Simulator.Actors.Verifiers;
using Simulator.Chain.Disputes;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Tests.Verifiers;

public sealed class VerifierTests
{
    private const string Subject = "traders/1#1@honest/1";

    private static readonly SimDuration Poll = VerificationCast.Auditor.Poll;
    private static readonly byte[] Question = new VolatilityTrader("volatility@1.2")
        .Compose(new KeyedRandom(7, 0, "traders/1"), Draws.Question, 1);

    private static readonly string Truth =
        new Reexecution(VerificationCast.Execution, Question).Compute().Output!;

    [Fact]
    public void An_answer_that_its_execution_agrees_with_is_reported_for_the_reward()
    {
        Stage stage = Shown(VerificationCast.Verifier(), Truth, Truth);

        Assert.DoesNotContain(stage.Observed, said => said is FraudNoticed);
        Assert.Contains(stage.Observed, said => said is CostIncurred { Cause: "check" });
        Assert.IsType<ReportChecksCall>(Sent(stage));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_answer_that_is_wrong_or_was_shown_as_another_is_challenged_with_the_question(bool showsTheTruth)
    {
        const string lie = "{\"volatility\":1}";
        Stage stage = Shown(VerificationCast.Verifier(), lie, showsTheTruth ? Truth : lie);

        Assert.Contains(new FraudNoticed(Subject, "auditors/1", Verifier.OutputMismatch), stage.Observed);
        AnswerChallenge challenge = Assert.Single(Assert.IsType<ChallengeAnswersCall>(Sent(stage)).Rows);
        Assert.Equal(OutputString.Hash(Truth), challenge.Output);
        Assert.Equal(Question, challenge.Question);
    }

    [Fact]
    public void A_rubber_stamp_approves_without_looking()
    {
        VerifierFraudSettings fraud = new(VerifierFraudKind.RubberStamp, "rubber_stamp", new Ratio(1, 1), "");
        Stage stage = Listed(VerificationCast.Verifier(VerificationCast.Auditor with { Fraud = fraud }), "lie");

        Assert.DoesNotContain(stage.Told, told => told.Message is GetAnswer);
        Assert.Single(stage.Observed, said => said is FraudAttempted { Fraud: "rubber_stamp" });
        Assert.IsType<ReportChecksCall>(Sent(stage));
    }

    [Fact]
    public void A_verifier_that_never_checks_says_nothing_to_anybody()
    {
        VerifierFraudSettings fraud = new(VerifierFraudKind.NeverChecks, "never_checks", new Ratio(1, 1), "");
        Stage stage = Listed(VerificationCast.Verifier(VerificationCast.Auditor with { Fraud = fraud }), "lie");
        stage.Wait(Poll);

        Assert.DoesNotContain(stage.Told, told => told.Message is GetAnswer or SendRawTransaction);
    }

    [Fact]
    public void Friends_stamp_the_answers_of_their_partners_and_check_the_others()
    {
        VerifierFraudSettings partners = new(VerifierFraudKind.Collusion, "collusion", new Ratio(1, 1), "honest");
        VerifierFraudSettings others = partners with { Partners = "cheaters" };

        Assert.DoesNotContain(
            Listed(VerificationCast.Verifier(VerificationCast.Auditor with { Fraud = partners }), "lie").Told,
            told => told.Message is GetAnswer);
        Assert.Contains(
            Listed(VerificationCast.Verifier(VerificationCast.Auditor with { Fraud = others }), "lie").Told,
            told => told.Message is GetAnswer);
    }

    private static Stage Listed(Stage stage, string committed)
    {
        stage.Wait(Poll);
        EthCall asked = stage.Told.Select(told => told.Message).OfType<EthCall>().Last();
        AnswerRow row = new(
            Keccak256.HashText(Subject), Keccak256.Hash(Question), OutputString.Hash(committed), Keccak256.HashText("model"));
        byte[] listed = ListedAnswer.Encode(1, [new ListedAnswer(Papers.PayTo, row, 100)]);
        stage.Deliver(new EthCallReply(asked.Call, null, listed), RegistryCast.FullNode);
        return stage;
    }

    private static Stage Shown(Stage stage, string committed, string shown)
    {
        Listed(stage, committed);
        GetAnswer call = stage.Told.Select(told => told.Message).OfType<GetAnswer>().Single();
        stage.Deliver(new GetAnswerReply(call.Call, Subject, Question, shown), VerificationCast.Source);
        return stage;
    }

    [Fact]
    public void Who_leaves_asks_for_the_bond_once_and_draws_no_more_answers()
    {
        VerifierSettings settings = VerificationCast.Auditor with { LeavesAt = SimTime.Start + (Poll * 3) };
        Stage stage = VerificationCast.Verifier(settings);
        stage.Wait(Poll * 2);
        int listed = stage.AllSent<EthCall>().Count;
        Assert.Empty(stage.AllSent<SendRawTransaction>());

        ContractCall call = Sent(stage);
        stage.Wait(Poll * 3);

        Assert.IsType<RequestUnbondCall>(call);
        Assert.Single(stage.AllSent<SendRawTransaction>().Select(sent => Keccak256.Hash(sent.Raw)).Distinct());
        Assert.Equal(2, listed);
        Assert.Equal(listed, stage.AllSent<EthCall>().Count);
    }

    private static ContractCall Sent(Stage stage)
    {
        stage.Wait(Poll);
        byte[] raw = stage.Told.Select(told => told.Message).OfType<SendRawTransaction>().First().Raw;
        Assert.True(SignedTransaction.TryDecode(raw, out SignedTransaction? signed));
        return ChainCast.FullNode().Chain.Answers.Decode(signed.Transaction.Data)!;
    }
}
