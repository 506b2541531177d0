using Simulator.Actors.Rpc;
using Simulator.Actors.Tests.Stages;
using Simulator.Actors.Users;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;
using Simulator.Records;

namespace Simulator.Actors.Tests.Users;

/// <summary>A caller asks by transactions, and every question ends exactly once.</summary>
public sealed class ContractCallerTests
{
    private static readonly SimDuration Poll = SimDuration.FromMilliseconds(100);

    private readonly Stage stage = Cast.ContractCaller();

    [Fact]
    public void A_question_is_a_signed_transaction_to_the_hub_in_the_order_of_its_nonces()
    {
        stage.Wait(SimDuration.FromSeconds(40));

        SignedTransaction[] sent = [.. stage.AllSent<SendRawTransaction>().Select(message =>
        {
            Assert.True(SignedTransaction.TryDecode(message.Raw, out SignedTransaction? signed));
            Assert.True(signed.TryRecoverSender(out Address sender));
            Assert.Equal(Papers.User, sender);
            return signed;
        })];
        Assert.Equal([0UL, 1, 2, 3], sent.Select(transaction => transaction.Transaction.Nonce));
        Assert.All(sent, transaction =>
        {
            RunModelCall? call = RunModelCall.Read(Deployments.InferenceHub, transaction.Transaction.Data);
            Assert.Equal((ChainCast.ModelId, InferenceMode.Tee), (call!.Model, call.Mode));
            Assert.Equal(Deployments.InferenceHub, transaction.Transaction.To);
        });
    }

    [Fact]
    public void A_result_in_a_block_that_is_signed_for_this_request_is_accepted()
    {
        SignedTransaction asked = AskOnce();

        Answer(1, asked, ChainCast.Answer(asked, 0, stage.Now));

        AnswerReceived received = stage.Said<AnswerReceived>();
        Assert.Equal(PreExecution.InputHashOf(ChainCast.RequestOf(asked), asked.Transaction.Data), received.InputHash);
        Assert.Equal((RequestFate.Accepted, (string?)null), Fate());
    }

    [Fact]
    public void A_result_of_another_request_is_rejected()
    {
        SignedTransaction asked = AskOnce();

        Answer(1, asked, ChainCast.Answer(ChainCast.Ask(Papers.UserKey, 7), 0, stage.Now));

        Assert.Equal((RequestFate.Rejected, "SignatureInvalid"), Fate());
    }

    [Fact]
    public void A_revert_is_the_networks_refusal()
    {
        AskOnce();

        stage.Deliver(new GetInferenceResultReply(1, true, 12, "InferenceTimedOut", []));

        Assert.Equal((RequestFate.Refused, "InferenceTimedOut"), Fate());
    }

    [Fact]
    public void A_refused_transaction_is_a_refused_request()
    {
        AskOnce(admitted: false);
        stage.Deliver(new SendRawTransactionReply(1, "already known"));

        Assert.Equal((RequestFate.Refused, "already known"), Fate());
    }

    [Fact]
    public void Receipts_are_polled_for_until_patience_ends()
    {
        AskOnce();
        stage.Wait(Poll * 3);
        Assert.Equal(3, stage.AllSent<GetInferenceResult>().Count);

        stage.Deliver(new GetInferenceResultReply(1, false, 0, null, []));
        stage.Wait(SimDuration.FromSeconds(60));

        Assert.Contains(
            stage.AllSaid<RequestFinished>(), finished => finished is { Request.Number: 1, Fate: RequestFate.TimedOut });
    }

    [Fact]
    public void Nothing_ends_twice()
    {
        SignedTransaction asked = AskOnce();
        PreExecution answer = ChainCast.Answer(asked, 0, stage.Now);

        Answer(1, asked, answer);
        Answer(1, asked, answer);
        stage.Deliver(new PatienceEnded(1));

        Assert.Single(stage.AllSaid<RequestFinished>());
    }

    [Fact]
    public void A_crash_gives_up_what_was_open_and_asking_goes_on_with_the_next_nonce()
    {
        AskOnce();
        stage.Restart();
        Assert.Equal((RequestFate.TimedOut, (string?)null), Fate());

        stage.Wait(SimDuration.FromSeconds(11));

        Assert.True(SignedTransaction.TryDecode(stage.AllSent<SendRawTransaction>()[^1].Raw, out SignedTransaction? next));
        Assert.Equal(1UL, next.Transaction.Nonce);
    }

    private SignedTransaction AskOnce(bool admitted = true)
    {
        while (stage.AllSent<SendRawTransaction>().Count == 0)
        {
            stage.Wait(Poll);
        }

        Assert.True(SignedTransaction.TryDecode(stage.Sent<SendRawTransaction>().Raw, out SignedTransaction? asked));
        if (admitted)
        {
            stage.Deliver(new SendRawTransactionReply(1, null));
        }

        return asked;
    }

    private void Answer(ulong call, SignedTransaction asked, PreExecution result)
    {
        Assert.NotEqual(Hash32.Zero, asked.Hash());
        stage.Deliver(new GetInferenceResultReply(call, true, 3, null, new InferenceAttachment(2, result).Encode()));
    }

    private (RequestFate Fate, string? Reason) Fate()
    {
        RequestFinished finished = stage.Said<RequestFinished>();
        return (finished.Fate, finished.Reason);
    }
}
