using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Rpc;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Users;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Tests.Users;

/// <summary>A user compares what was collected under an authorisation with what it was served for it.</summary>
public sealed class ChargeTests
{
    private static readonly SimDuration Lifetime = SimDuration.FromSeconds(300);
    private static readonly SimDuration ToTheNext = SimDuration.FromSeconds(10);

    [Fact]
    public void It_looks_when_nothing_more_can_be_collected_and_names_what_it_was_charged_for_in_vain()
    {
        Stage stage = Refused(out UInt256 nonce);
        stage.Forget();
        stage.Wait(Lifetime);
        Assert.Empty(stage.AllSent<GetSettledAmount>());

        stage.Wait(SimDuration.FromSeconds(15));

        Assert.Equal(new GetSettledAmount(Papers.User, nonce), stage.Sent<GetSettledAmount>());
        stage.Deliver(new GetSettledAmountReply(nonce, Papers.Price), Cast.Chain);
        FraudNoticed noticed = stage.Said<FraudNoticed>();
        Assert.Equal((User.ChargedWithoutAnswer, "traders/1"), (noticed.Means, noticed.By));
        Assert.StartsWith("traders/1#1@honest/", noticed.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_that_cost_nothing_is_none_of_its_business()
    {
        Stage stage = Refused(out UInt256 nonce);

        stage.Deliver(new GetSettledAmountReply(nonce, OpgAmount.Zero), Cast.Chain);

        Assert.Empty(stage.AllSaid<FraudNoticed>());
    }

    [Fact]
    public void Of_several_refusals_as_many_are_named_as_the_surplus_pays_for()
    {
        Stage stage = Refused(out UInt256 nonce, answers: 1, refusals: 3);

        stage.Deliver(new GetSettledAmountReply(nonce, Papers.Price + Papers.Price + Papers.Price), Cast.Chain);

        Assert.Equal(2, stage.AllSaid<FraudNoticed>().Count);
    }

    [Fact]
    public void Without_an_answer_from_the_chain_it_asks_again()
    {
        Stage stage = Refused(out _);

        stage.Wait(Lifetime + SimDuration.FromSeconds(90));

        Assert.Equal(2, stage.AllSent<GetSettledAmount>().Count);
    }

    [Fact]
    public void After_a_crash_it_still_looks()
    {
        Stage stage = Refused(out UInt256 nonce);

        stage.Restart();
        stage.Wait(Lifetime + SimDuration.FromSeconds(15));

        Assert.Equal(nonce, stage.Sent<GetSettledAmount>().Nonce);
    }

    [Fact]
    public void Whoever_was_served_does_not_look()
    {
        Stage stage = Refused(out _, answers: 1, refusals: 0);

        stage.Wait(Lifetime * 2);

        Assert.Empty(stage.AllSent<GetSettledAmount>());
    }

    // All of them on one authorisation: the first answer, or refusal, ends the request that was paid.
    private static Stage Refused(out UInt256 nonce, int answers = 0, int refusals = 1)
    {
        Stage stage = Cast.User(settings => settings with
        {
            PaymentChain = Cast.Chain,
            AsksUntil = SimTime.Start + (ToTheNext * (answers + refusals)) + SimDuration.FromSeconds(5),
        }).Stage;
        for (int attempt = 1; attempt <= answers + refusals; attempt++)
        {
            stage.Wait(ToTheNext);
            PostInference asked = stage.AllSent<PostInference>()[^1];
            if (attempt == 1)
            {
                stage.Deliver(new PaymentRequiredReply(attempt, Papers.Challenge(), "{}"));
            }

            stage.Deliver(attempt <= answers
                ? new InferenceReply(attempt, Papers.Answer(asked.Body, Papers.NodeKey), "session-1", Papers.Price)
                : new ErrorReply(attempt, 503, "service_unavailable"));
        }

        nonce = stage.Said<PaymentAuthorised>().Nonce;
        return stage;
    }
}
