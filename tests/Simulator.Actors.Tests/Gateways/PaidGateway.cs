using System.Text;
using Simulator.Actors.Enclaves;
using Simulator.Actors.Facilitators.Http;
using Simulator.Actors.Gateways;
using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Tests.Stages;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Tests.Gateways;

/// <summary>A gateway and the steps by which its clients get an answer out of it.</summary>
internal sealed class PaidGateway(Func<GatewaySettings, GatewaySettings>? change = null)
{
    public static readonly byte[] Question = "{}"u8.ToArray();

    public Stage Stage { get; } = Cast.Gateway(change);

    /// <summary>A payment header that answers this gateway's own challenge.</summary>
    public string Payment()
    {
        Stage.Forget();
        Stage.Deliver(new PostInference(1, Question, null, null), Cast.Client);
        string header = Papers.Pay(Stage.Sent<PaymentRequiredReply>().Header!).ToHeader();
        Stage.Forget();
        return header;
    }

    public PostVerify Offer(string header, int attempt = 1)
    {
        Stage.Deliver(new PostInference(attempt, Question, header, null), Cast.Client);
        return Stage.Sent<PostVerify>();
    }

    public void Verify(PostVerify call, string? refusal = null) => Stage.Deliver(
        new VerifyReply(call.Call, Encoding.UTF8.GetBytes(new VerifyResponse(refusal is null, refusal).ToJson())), Cast.FirstFacilitator);

    /// <summary>A request that was paid and verified and is now with the enclave.</summary>
    public ComputeInference Computing()
    {
        Verify(Offer(Payment()));
        return Stage.Sent<ComputeInference>();
    }

    public InferenceReply Answer(ComputeInference work)
    {
        Stage.Forget();
        Stage.Deliver(
            new InferenceComputed(
                work.Ticket, "answer"u8.ToArray(), "volatility@1.2", "blob", Hash32.Zero, Hash32.Zero, SimDuration.Zero, SimDuration.Zero),
            Cast.EnclaveOfGateway);
        return Stage.Sent<InferenceReply>();
    }

    /// <summary>A session that has served one request; its id.</summary>
    public string Session() => Answer(Computing()).Session!;

    public ComputeInference Draw(string session, int attempt)
    {
        Stage.Forget();
        Stage.Deliver(new PostInference(attempt, Question, null, session), Cast.Client);
        return Stage.Sent<ComputeInference>();
    }

    /// <summary>Waits until the gateway asks its facilitator to settle.</summary>
    public PostSettle Settling()
    {
        Stage.Forget();
        for (int seconds = 0; seconds < 300 && Stage.AllSent<PostSettle>().Count == 0; seconds++)
        {
            Stage.Wait(SimDuration.FromSeconds(1));
        }

        return Stage.Sent<PostSettle>();
    }

    public static string ErrorIn(PaymentRequiredReply reply)
    {
        Assert.True(PaymentRequired.FromHeader(reply.Header!).TryGet(out PaymentRequired? required));
        return required.Error!;
    }

    public static PaymentRequirements RequirementsIn(byte[] facilitatorRequest)
    {
        Assert.True(FacilitatorRequest.FromJson(facilitatorRequest).TryGet(out FacilitatorRequest? request));
        return request.Requirements;
    }
}
