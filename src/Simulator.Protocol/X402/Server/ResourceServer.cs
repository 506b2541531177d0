namespace Simulator.Protocol.X402;

/// <summary>
/// The resource server's rules, as the Python server that the gateway runs has them: every payment problem is a 402.
/// </summary>
public static class ResourceServer
{
    public const string PaymentRequiredError = "Payment required";
    public const string NoMatchError = "No matching payment requirements";

    /// <summary>Judges a request's <c>PAYMENT-SIGNATURE</c> header; one that does not decode counts as none.</summary>
    /// <param name="header">Null when the request has none.</param>
    /// <param name="offer">What the server would answer an unpaid request with.</param>
    public static PaymentJudgement Judge(string? header, PaymentRequired offer)
    {
        if (header is null || !PaymentPayload.FromHeader(header).TryGet(out PaymentPayload? payment))
        {
            return new PaymentJudgement.Refuse(Unpaid(offer, PaymentRequiredError));
        }

        return Match(payment, offer.Accepts) is { } requirements
            ? new PaymentJudgement.Verify(payment, requirements)
            : new PaymentJudgement.Refuse(Unpaid(offer, NoMatchError));
    }

    /// <summary>
    /// The server's entry a payment answers: same scheme, network, amount, asset and recipient, as texts.
    /// </summary>
    public static PaymentRequirements? Match(PaymentPayload payment, IReadOnlyList<PaymentRequirements> accepts) =>
        accepts.FirstOrDefault(entry =>
            entry.Scheme == payment.Accepted.Scheme
            && entry.Network == payment.Accepted.Network
            && entry.Amount == payment.Accepted.Amount
            && entry.Asset == payment.Accepted.Asset
            && entry.PayTo == payment.Accepted.PayTo);

    /// <summary>402 with the offer in its header; the body is empty.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="error">
    /// Why the payment was not taken: a fixed text, or the facilitator's <c>invalidReason</c>.
    /// </param>
    public static HttpReply Unpaid(PaymentRequired offer, string error) =>
        new(
            402,
            "{}",
            [new HttpHeader(X402Protocol.PaymentRequiredHeader, (offer with { Error = error }).ToHeader())]);

    /// <summary>402 with the failed settlement in its header; what the handler wrote is thrown away.</summary>
    public static HttpReply SettlementFailed(SettleResponse response) =>
        new(402, "{}", [new HttpHeader(X402Protocol.PaymentResponseHeader, response.ToHeader())]);

    /// <summary>502: the facilitator's answer is not what it should be.</summary>
    public static HttpReply FacilitatorUnreadable(string error) => Failure(502, error);

    /// <summary>500: no price, or no way to pay could be worked out.</summary>
    public static HttpReply PriceUnresolved() => Failure(500, "Failed to process request");

    /// <summary>403: a hook of the route said no.</summary>
    public static HttpReply Forbidden(string reason) => Failure(403, reason);

    /// <summary>A resource handler's answer of this status leads to settlement.</summary>
    public static bool Settles(int handlerStatus) => handlerStatus is >= 200 and < 300;

    private static HttpReply Failure(int status, string error) =>
        new(status, new JsonTextWriter().Object().Text("error", error).End().ToString(), []);
}
