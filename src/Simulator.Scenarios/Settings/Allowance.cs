using Simulator.Primitives;

namespace Simulator.Scenarios.Settings;

/// <summary>An ERC-20 allowance: an amount, or unlimited (2²⁵⁶−1 on the wire).</summary>
public readonly record struct Allowance
{
    private Allowance(bool isUnlimited, OpgAmount limit)
    {
        IsUnlimited = isUnlimited;
        Limit = limit;
    }

    public static Allowance Unlimited => new(true, OpgAmount.Zero);

    public bool IsUnlimited { get; }

    /// <summary>Meaningful only when not unlimited.</summary>
    public OpgAmount Limit { get; }

    public static Allowance Of(OpgAmount limit) => new(false, limit);

    public override string ToString() => IsUnlimited ? "unlimited" : Limit.ToString();
}
