using System.Globalization;
using Simulator.Actors.Network;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>The requirements a gateway puts into its 402, and whether a payment answers them.</summary>
internal sealed class PaymentOffer(GatewaySettings settings)
{
    public const string Route = "POST /v1/inference";
    public const string PaymentRequiredError = "Payment required";
    public const string NoMatchError = "No matching payment requirements";

    private readonly bool isUpto = settings.Mode == PaymentMode.Upto;
    private readonly string scheme = settings.Mode == PaymentMode.Upto ? X402Protocol.UptoScheme : X402Protocol.ExactScheme;
    private readonly string network = X402Protocol.Network(settings.ChainId);
    private readonly string asset = Deployments.OpgToken.ToString();
    private readonly string payTo = settings.PayTo.ToString();
    private readonly string amount = settings.Maximum.BaseUnits.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the gateway wants, settled through one facilitator.</summary>
    public PaymentRequirements RequirementsFor(KnownFacilitator facilitator) => new(
        scheme,
        network,
        asset,
        amount,
        payTo,
        settings.TimeoutSeconds,
        RequirementsExtra.Permit2(
            Deployments.OpgTokenDomain.Name,
            Deployments.OpgTokenDomain.Version ?? "",
            isUpto ? facilitator.Address : null));

    /// <summary>The PAYMENT-REQUIRED header of a 402.</summary>
    public string Header(KnownFacilitator facilitator, string gateway, string error) => new PaymentRequired(
        new ResourceInfo($"https://{gateway}.invalid/v1/inference", "Model inference", "application/json"),
        [RequirementsFor(facilitator)],
        error).ToHeader();

    /// <summary>The Python server compares these five members only; extra and timeout may differ.</summary>
    public bool Matches(PaymentPayload payment) =>
        payment.Accepted.Scheme == scheme
        && payment.Accepted.Network == network
        && payment.Accepted.Amount == amount
        && string.Equals(payment.Accepted.Asset, asset, StringComparison.OrdinalIgnoreCase)
        && string.Equals(payment.Accepted.PayTo, payTo, StringComparison.OrdinalIgnoreCase);
}
