namespace Simulator.Protocol.X402;

/// <summary>Names and numbers of x402 version 2 over HTTP.</summary>
public static class X402Protocol
{
    public const int Version = 2;

    /// <summary>Server to client with a 402: Base64 of a <see cref="PaymentRequired"/>.</summary>
    public const string PaymentRequiredHeader = "PAYMENT-REQUIRED";

    /// <summary>Client to server: Base64 of a <see cref="PaymentPayload"/>.</summary>
    public const string PaymentSignatureHeader = "PAYMENT-SIGNATURE";

    /// <summary>
    /// Server to client after settlement, successful or not: Base64 of a <see cref="SettleResponse"/>.
    /// </summary>
    public const string PaymentResponseHeader = "PAYMENT-RESPONSE";

    /// <summary>
    /// From the resource handler to the middleware of the same server: what to settle instead of the maximum.
    /// </summary>
    public const string SettlementOverridesHeader = "Settlement-Overrides";

    /// <summary>Both directions: the gateway's session id.</summary>
    public const string SessionHeader = "X-Upto-Session";

    public const string ExactScheme = "exact";
    public const string UptoScheme = "upto";
    public const string BatchSettlementScheme = "batch-settlement";

    /// <summary>Seconds a payment authorisation lives unless the route says otherwise.</summary>
    public const int DefaultTimeoutSeconds = 300;

    /// <summary>Seconds a client dates the start of validity back, against clocks that run behind.</summary>
    public const int BackdateSeconds = 600;

    /// <summary>Seconds a facilitator wants left on a deadline, so that the transaction still lands in time.</summary>
    public const int DeadlineSlackSeconds = 6;

    /// <summary><c>eip155:</c> and the chain id.</summary>
    public static string Network(ulong chainId) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"eip155:{chainId}");

    /// <summary>The chain id of an <c>eip155:</c> network; false for any other network.</summary>
    public static bool TryChainId(string network, out ulong chainId)
    {
        const string Prefix = "eip155:";
        chainId = 0;
        return network.StartsWith(Prefix, StringComparison.Ordinal)
            && ulong.TryParse(
                network.AsSpan(Prefix.Length),
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out chainId);
    }
}
