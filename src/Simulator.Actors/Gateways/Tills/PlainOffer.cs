using System.Globalization;
using Simulator.Actors.Gateways.Http;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>The 402 of a till that asks for the price of one request.</summary>
internal sealed class PlainOffer(GatewaySettings settings, string scheme, JsonText? extra = null)
{
    public PaymentRequirements Requirements { get; } = new(
        scheme,
        X402Protocol.Network(settings.ChainId),
        Deployments.OpgToken.ToString(),
        settings.Price.BaseUnits.ToString(CultureInfo.InvariantCulture),
        settings.PayTo.ToString(),
        settings.TimeoutSeconds,
        extra);

    public void Challenge(HeldRequest request, string error, IActorContext context)
    {
        ResourceInfo resource = new($"https://{context.Name}.invalid/v1/inference", "Model inference", "application/json");
        string header = new PaymentRequired(resource, [Requirements], error).ToHeader();
        context.Tell(request.Client, new PaymentRequiredReply(request.Attempt, header, "{}"));
    }
}
