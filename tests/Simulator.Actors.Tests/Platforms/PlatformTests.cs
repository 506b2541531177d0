using System.Text;
using Simulator.Actors.Platforms;
using Simulator.Actors.Platforms.Http;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Users;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Tests.Platforms;

/// <summary>A platform answers whom it wants, as long as it wants, and names what it turns others away for.</summary>
public sealed class PlatformTests
{
    private static readonly DrawPurpose Purpose = new("question of a test");
    private static readonly SimDuration Decision = SimDuration.FromSeconds(1);

    [Fact]
    public void An_account_gets_a_key_after_a_while_and_the_same_key_again()
    {
        Stage stage = Cast.Platform();
        stage.Deliver(new PostSignUp("traders", OpgAmount.OneOpg), Cast.Client);
        Assert.Empty(stage.AllSent<SignUpReply>());

        string key = Key(stage);
        stage.Forget();

        Assert.Equal(key, Key(stage));
        Assert.StartsWith("sk-", key, StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_may_be_refused()
    {
        Stage stage = Cast.Platform(settings => settings with { SignUpRefuses = Ratio.One });

        Assert.Equal(new SignUpReply(null, "sign_up_refused"), SignUp(stage));
    }

    [Fact]
    public void A_key_is_answered_and_a_stranger_is_not()
    {
        Stage stage = Cast.Platform();
        string key = Key(stage);

        stage.Deliver(new PostCompletion(1, "sk-made-up", Question()), Cast.Client);
        Assert.Equal((401, "invalid_api_key"), Refusal(stage));

        stage.Deliver(new PostCompletion(1, key, Question()), Cast.Client);
        Assert.Equal(200, Reply(stage).Status);
        Assert.Equal("platform", stage.Said<InferenceCompleted>().Node);
    }

    [Fact]
    public void A_ban_holds_from_its_time_until_it_is_lifted()
    {
        SimTime from = SimTime.Start + SimDuration.FromSeconds(10);
        Stage stage = Cast.Platform(settings => settings with
        {
            Bans = [new PlatformBan("traders", from, from + SimDuration.FromSeconds(10))],
        });
        string key = Key(stage);

        Assert.Null(Ask(stage, key).Error);
        stage.Wait(SimDuration.FromSeconds(10));
        Assert.Equal("account_banned", Ask(stage, key).Error);
        Assert.Equal("account_banned", SignUp(stage).Error);
        stage.Wait(SimDuration.FromSeconds(10));
        Assert.Null(Ask(stage, key).Error);
    }

    [Fact]
    public void A_quota_is_counted_per_window()
    {
        Stage stage = Cast.Platform(settings => settings with { Quota = 2 });
        string key = Key(stage);

        Assert.Null(Ask(stage, key).Error);
        Assert.Null(Ask(stage, key).Error);
        Assert.Equal((ushort)429, Ask(stage, key).Status);
        stage.Wait(SimDuration.FromMinutes(1));
        Assert.Null(Ask(stage, key).Error);
    }

    [Fact]
    public void Prepaid_credit_runs_out()
    {
        Stage stage = Cast.Platform();
        string key = Key(stage, Papers.Price * 2);

        Assert.Null(Ask(stage, key).Error);
        Assert.Null(Ask(stage, key).Error);
        CompletionReply last = Ask(stage, key);
        Assert.Equal((402, "insufficient_credit"), (last.Status, last.Error));
    }

    [Fact]
    public void An_invoice_that_the_card_does_not_cover_closes_the_account()
    {
        Stage stage = Cast.Platform(settings => settings with { Billing = PlatformBilling.Invoiced });
        string key = Key(stage, Papers.Price * 2);

        for (int request = 0; request < 3; request++)
        {
            Assert.Null(Ask(stage, key).Error);
        }

        stage.Wait(SimDuration.FromMinutes(10));
        CompletionReply last = Ask(stage, key);
        Assert.Equal((403, "payment_overdue"), (last.Status, last.Error));
    }

    [Fact]
    public void When_servers_and_queue_are_full_it_is_overloaded()
    {
        Stage stage = Cast.Platform();
        string key = Key(stage);
        stage.HoldsJobs = true;

        stage.Deliver(new PostCompletion(1, key, Question()), Cast.Client);
        stage.Deliver(new PostCompletion(2, key, Question()), Cast.Client);
        stage.Deliver(new PostCompletion(3, key, Question()), Cast.Client);
        Assert.Equal((503, "overloaded"), Refusal(stage));

        stage.Forget();
        stage.FinishJob();
        stage.FinishJob();
        Assert.Equal([1, 2], stage.AllSent<CompletionReply>().Select(reply => reply.Attempt));
        Assert.Equal(SimDuration.FromMilliseconds(10), stage.AllSaid<InferenceCompleted>()[1].Queued);
    }

    [Fact]
    public void A_crash_loses_what_was_computed_and_no_account()
    {
        Stage stage = Cast.Platform();
        string key = Key(stage);
        stage.HoldsJobs = true;
        stage.Deliver(new PostCompletion(1, key, Question()), Cast.Client);

        stage.Restart();
        stage.HoldsJobs = false;
        stage.Forget();

        Assert.Null(Ask(stage, key).Error);
    }

    [Fact]
    public void A_text_is_answered_like_tensors_and_nothing_that_is_said_is_signed()
    {
        Stage stage = Cast.Platform();
        ChatRequest chat = new("chat@1.0", [ChatMessage.User("Should I buy Bitcoin today?")]);
        string key = Key(stage);
        stage.Forget();
        stage.Deliver(new PostCompletion(1, key, chat.CanonicalBytes()), Cast.Client);

        CompletionReply reply = stage.Sent<CompletionReply>();
        InferenceCompleted said = stage.Said<InferenceCompleted>();
        string text = Encoding.UTF8.GetString(reply.Body);
        Assert.Equal(200, reply.Status);
        Assert.EndsWith(".", text, StringComparison.Ordinal);
        Assert.Equal("chat@1.0", said.Model);
        Assert.Equal(OutputString.Hash(text), said.OutputHash);
        Assert.Equal(Keccak256.Hash(chat.CanonicalBytes()), said.InputHash);
    }

    [Fact]
    public void A_text_for_a_model_of_tensors_is_refused_and_not_charged()
    {
        Stage stage = Cast.Platform();
        ChatRequest chat = new("volatility@1.2", [ChatMessage.User("Should I buy Bitcoin today?")]);
        string key = Key(stage, Papers.Price);

        stage.Deliver(new PostCompletion(1, key, chat.CanonicalBytes()), Cast.Client);
        Assert.Equal((400, "Model 'volatility@1.2' is not supported"), Refusal(stage));
        Assert.Null(Ask(stage, key).Error);
    }

    private static SignUpReply SignUp(Stage stage, OpgAmount? credit = null)
    {
        stage.Forget();
        stage.Deliver(new PostSignUp("traders", credit ?? OpgAmount.OneOpg), Cast.Client);
        stage.Wait(Decision);
        return stage.AllSent<SignUpReply>()[^1];
    }

    private static string Key(Stage stage, OpgAmount? credit = null) => SignUp(stage, credit).Key!;

    private static CompletionReply Ask(Stage stage, string key)
    {
        stage.Forget();
        stage.Deliver(new PostCompletion(1, key, Question()), Cast.Client);
        return stage.Sent<CompletionReply>();
    }

    private static CompletionReply Reply(Stage stage) => stage.AllSent<CompletionReply>()[^1];

    private static (int Status, string? Name) Refusal(Stage stage) => (Reply(stage).Status, Reply(stage).Error);

    private static byte[] Question() =>
        new VolatilityTrader("volatility@1.2").Compose(new KeyedRandom(7, 0, "traders/1"), Purpose, 1);
}
