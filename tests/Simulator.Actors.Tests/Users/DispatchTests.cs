using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Network;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Users;
using Simulator.Actors.Users.Choices;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.X402;
using Simulator.Records;

namespace Simulator.Actors.Tests.Users;

/// <summary>Whom a user turns to, how long it waits there, and what it makes of that.</summary>
public sealed class DispatchTests
{
    private static readonly SimDuration ToTheFirst = SimDuration.FromSeconds(10);
    private static readonly SimDuration Deadline = SimDuration.FromSeconds(2);

    [Fact]
    public void A_node_that_does_not_serve_the_model_is_not_asked()
    {
        for (int seed = 0; seed < 2; seed++)
        {
            (Stage stage, _) = Cast.User(settings => Picky(settings) with
            {
                Nodes =
                [
                    settings.Nodes[seed] with { Card = new NodeCard(["other@1.0"], Papers.Price) },
                    settings.Nodes[1 - seed] with { Card = new NodeCard(["volatility@1.2"], Papers.Price) },
                ],
            });
            stage.Wait(stage.Timers[0].Due - stage.Now);

            Assert.Equal(Cast.UserSettings.Nodes[1 - seed].Gateway, Assert.Single(stage.Told).To);
        }
    }

    [Fact]
    public void Without_a_node_that_serves_the_model_the_request_ends_by_name()
    {
        (Stage stage, _) = Cast.User(settings => settings with
        {
            Nodes = [settings.Nodes[0] with { Card = new NodeCard(["other@1.0"], Papers.Price) }],
        });
        stage.Wait(ToTheFirst);

        Assert.Equal("no_capable_node", stage.Said<RequestFinished>().Reason);
        Assert.Equal(new AccessRefused(new RequestId("traders/1", 1), "traders", "none", "no_capable_node"), stage.Said<AccessRefused>());
    }

    [Fact]
    public void A_missed_deadline_costs_trust_and_sends_the_request_to_another_node()
    {
        Stage stage = Asking(Picky, out ActorRef first);
        stage.Forget();

        stage.Wait(Deadline);

        (ActorRef second, Message message) = Assert.Single(stage.Told);
        Assert.NotEqual(first, second);
        Assert.Null(Assert.IsType<PostInference>(message).PaymentSignature);
        Assert.True(stage.Said<NodeRated>().Score < NodeExperience.UnknownScore);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_request_is_tried_elsewhere_as_often_as_stated_and_then_has_timed_out(int retries)
    {
        Stage stage = Asking(settings => Picky(settings) with { Retries = retries }, out _);

        stage.Wait(Deadline * 8);

        Assert.Equal(1 + retries, stage.AllSent<PostInference>().Count(post => post.Attempt == 1));
        Assert.Equal(
            new RequestFinished(new RequestId("traders/1", 1), RequestFate.TimedOut, null),
            stage.AllSaid<RequestFinished>().Single(said => said.Request.Number == 1));
    }

    [Fact]
    public void What_still_comes_from_a_node_that_was_given_up_is_not_read()
    {
        Stage stage = Asking(Picky, out ActorRef first);
        byte[] question = stage.Sent<PostInference>().Body;
        stage.Wait(Deadline);
        ActorRef second = stage.Told[^1].To;

        stage.Deliver(new InferenceReply(1, Papers.Answer(question, Papers.NodeKey), "late", Papers.Price), first);
        stage.Deliver(new PaymentRequiredReply(1, Papers.Challenge(), "{}"), first);
        Assert.Empty(stage.AllSaid<RequestFinished>());
        Assert.Empty(stage.AllSaid<PaymentAuthorised>());

        stage.Deliver(new InferenceReply(1, Papers.Answer(question, Papers.NodeKey), null, Papers.Price), second);
        Assert.Equal(RequestFate.Accepted, stage.Said<RequestFinished>().Fate);
    }

    [Fact]
    public void Whoever_pays_a_second_node_pays_by_another_authorisation()
    {
        Stage stage = Asking(Picky, out ActorRef first);
        stage.Deliver(new PaymentRequiredReply(1, Papers.Challenge(), "{}"), first);
        stage.Wait(Deadline);
        ActorRef second = stage.Told[^1].To;
        stage.Deliver(new PaymentRequiredReply(1, Papers.Challenge(), "{}"), second);

        PaymentAuthorised[] promises = [.. stage.AllSaid<PaymentAuthorised>()];
        Assert.Equal(2, promises.Length);
        Assert.NotEqual(promises[0].Nonce, promises[1].Nonce);
        Assert.True(PaymentPayload.FromHeader(stage.AllSent<PostInference>()[^1].PaymentSignature!).TryGet(out PaymentPayload? payment));
        Assert.Equal(promises[1].Nonce, ((Permit2Payload)payment.Payload).Authorization.Nonce);
    }

    [Fact]
    public void A_session_belongs_to_its_node_and_is_drawn_on_when_that_node_is_chosen_again()
    {
        Stage stage = Asking(settings => settings with { Choice = new CheapestNode(), AsksUntil = SimTime.Start + SimDuration.FromMinutes(5) }, out ActorRef first);
        byte[] question = stage.Sent<PostInference>().Body;
        stage.Deliver(new InferenceReply(1, Papers.Answer(question, Papers.NodeKey), "session-1", Papers.Price), first);
        stage.Forget();

        stage.Wait(SimDuration.FromMinutes(4));

        Assert.All(
            stage.Told.Where(sent => sent.Message is PostInference),
            sent => Assert.Equal(sent.To == first ? "session-1" : null, ((PostInference)sent.Message).Session));
    }

    [Fact]
    public void A_refusal_for_want_of_room_costs_trust_and_is_final_all_the_same()
    {
        Stage stage = Asking(Picky, out ActorRef first);

        stage.Deliver(new ErrorReply(1, 503, "queue_full"), first);

        Assert.Equal("queue_full", stage.Said<RequestFinished>().Reason);
        Assert.True(stage.Said<NodeRated>().Score < NodeExperience.UnknownScore);
    }

    private static UserSettings Picky(UserSettings settings) => settings with
    {
        Choice = new TrustedNode(Ratio.Zero),
        Deadline = Deadline,
        Arrivals = new Arrivals.Every(SimDuration.FromSeconds(100)),
        AsksUntil = SimTime.Start + SimDuration.FromSeconds(200),
    };

    // The first question comes within its gap, at a time of its own; one is under way afterwards.
    private static Stage Asking(Func<UserSettings, UserSettings> change, out ActorRef asked)
    {
        Stage stage = Cast.User(change).Stage;
        stage.Wait(stage.Timers[0].Due - stage.Now);
        asked = stage.Told[0].To;
        return stage;
    }
}
