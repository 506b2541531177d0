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

    /// <param name="request">Whose.</param>
    /// <param name="error">Why it is not served.</param>
    /// <param name="context">The gateway's.</param>
    /// <param name="corrective">Members of a channel's state that the client needs to catch up; usually null.</param>
    public void Challenge(HeldRequest request, string error, IActorContext context, JsonText? corrective = null)
    {
        PaymentRequirements asked = corrective is null || extra is null
            ? Requirements
            : Requirements with { Extra = JsonText.Parse($"{extra.Text[..^1]},{corrective.Text[1..]}") };
        ResourceInfo resource = new($"https://{context.Name}.invalid/v1/inference", "Model inference", "application/json");
        string header = new PaymentRequired(resource, [asked], error).ToHeader();
        context.Tell(request.Client, new PaymentRequiredReply(request.Attempt, header, "{}"));
    }
}
