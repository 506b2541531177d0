using Simulator.Actors.Platforms.Http;
using Simulator.Actors.Tests.Stages;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Actors.Tests.Platforms;

/// <summary>A customer asks like a user of the network, and has only the platform's word for what it gets.</summary>
public sealed class PlatformUserTests
{
    private static readonly SimDuration ToTheFirst = SimDuration.FromSeconds(10);

    [Fact]
    public void It_signs_up_first_and_its_questions_are_lost_until_it_has_a_key()
    {
        Stage stage = Cast.PlatformUser();
        Assert.Equal(new PostSignUp("traders", OpgAmount.OneOpg), stage.Sent<PostSignUp>());

        stage.Wait(ToTheFirst);

        Assert.Empty(stage.AllSent<PostCompletion>());
        Assert.Equal(
            new AccessRefused(new RequestId("traders/1", 1), "traders", "platform", "sign_up_pending"), stage.Said<AccessRefused>());
    }

    [Fact]
    public void It_asks_the_same_question_at_the_same_time_as_a_user_of_the_network()
    {
        Stage network = Cast.User().Stage;
        Stage platform = Cast.PlatformUser();
        Assert.Equal(network.Timers[0].Due, platform.Timers[0].Due);

        network.Wait(ToTheFirst);
        platform.Wait(ToTheFirst);

        Assert.Equal(network.Said<RequestIssued>().Body, platform.Said<RequestIssued>().Body);
    }

    [Fact]
    public void An_answer_is_taken_on_trust()
    {
        Stage stage = Asking();

        stage.Deliver(new CompletionReply(1, 200, "{}"u8.ToArray(), null, Papers.Price));

        Assert.Equal(RequestFate.Accepted, stage.Said<RequestFinished>().Fate);
        Assert.Equal(
            new AnswerTakenOnTrust(new RequestId("traders/1", 1), "platform", Papers.Price), stage.Said<AnswerTakenOnTrust>());
        Assert.Equal(Papers.Price, stage.Said<CostIncurred>().Amount);
        Assert.Empty(stage.AllSaid<AccessRefused>());
    }

    [Fact]
    public void A_refusal_is_final_under_its_own_name_and_silence_has_one_too()
    {
        Stage refused = Asking();
        refused.Deliver(new CompletionReply(1, 429, [], "quota_exceeded", OpgAmount.Zero));
        Assert.Equal("quota_exceeded", refused.Said<AccessRefused>().Why);

        Stage silent = Asking();
        silent.Wait(SimDuration.FromSeconds(61));
        Assert.Equal("no_answer", silent.AllSaid<AccessRefused>()[0].Why);
    }

    [Fact]
    public void After_a_crash_it_signs_in_again()
    {
        Stage stage = Asking();
        stage.Forget();

        stage.Restart();

        Assert.Equal(RequestFate.TimedOut, stage.Said<RequestFinished>().Fate);
        Assert.Single(stage.AllSent<PostSignUp>());
    }

    private static Stage Asking()
    {
        Stage stage = Cast.PlatformUser();
        stage.Deliver(new SignUpReply("sk-1", null));
        stage.Wait(stage.Timers[0].Due - stage.Now);
        return stage;
    }
}
