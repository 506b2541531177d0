using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>
/// Requests served on one signed maximum, to be settled together. Changed only by its <see cref="SessionBook"/>.
/// </summary>
public sealed class GatewaySession
{
    internal GatewaySession(
        string id,
        string paymentKey,
        PaymentPayload payment,
        PaymentRequirements requirements,
        UInt256 maximum,
        UInt256 signedDeadline,
        string method,
        string path,
        long nowMilliseconds)
    {
        Id = id;
        PaymentKey = paymentKey;
        Payment = payment;
        Requirements = requirements;
        Maximum = maximum;
        SignedDeadline = signedDeadline;
        Method = method;
        Path = path;
        CreatedAtMilliseconds = nowMilliseconds;
        LastActivityMilliseconds = nowMilliseconds;
    }

    public string Id { get; }

    /// <summary>SHA-256 of the raw payment header, hexadecimal: the same header finds the same session.</summary>
    public string PaymentKey { get; }

    public PaymentPayload Payment { get; }

    public PaymentRequirements Requirements { get; }

    /// <summary>Atomic units.</summary>
    public UInt256 Maximum { get; }

    /// <summary>Atomic units; at most <see cref="Maximum"/>.</summary>
    public UInt256 Accumulated { get; private set; }

    /// <summary>Unix seconds, as signed.</summary>
    public UInt256 SignedDeadline { get; }

    public string Method { get; }

    public string Path { get; }

    public long CreatedAtMilliseconds { get; }

    /// <summary>When cost was last added, or the session opened.</summary>
    public long LastActivityMilliseconds { get; private set; }

    /// <summary>Claimed by a settlement that has not come back yet.</summary>
    public bool IsSettling { get; internal set; }

    public bool IsExhausted => Accumulated >= Maximum;

    /// <summary>The facilitator request that settles what has accumulated.</summary>
    public FacilitatorRequest SettleRequest() =>
        new(Payment, Requirements with { Amount = Accumulated.ToString() });

    internal CostOutcome Add(UInt256 cost, long nowMilliseconds)
    {
        if (cost.IsZero)
        {
            return CostOutcome.Nothing;
        }

        if (IsSettling)
        {
            return CostOutcome.SessionClosed;
        }

        if (cost > Maximum - Accumulated)
        {
            return CostOutcome.BeyondMaximum;
        }

        Accumulated += cost;
        LastActivityMilliseconds = nowMilliseconds;
        Invariant.That(Accumulated <= Maximum);
        return CostOutcome.Added;
    }
}
