using System.Numerics;
using Simulator.Primitives;

namespace Simulator.Protocol.Pricing;

/// <summary>From token counts and the token's price to the amount a session is charged.</summary>
public static class InferencePrice
{
    /// <summary>
    /// ⌈(in · price in + out · price out) ÷ USD per OPG · 10¹⁸⌉ atto-OPG in 28-digit decimal arithmetic.
    /// </summary>
    /// <remarks>
    /// An amount beyond 128 bits becomes the largest one: it exceeds every session's cap either way.
    /// protocol: pricing.
    /// </remarks>
    /// <param name="model">See <see cref="PriceTable"/>.</param>
    /// <param name="usage">Negative counts are taken as zero.</param>
    /// <param name="usdPerOpg">Above zero.</param>
    public static OpgAmount Of(ModelPrice model, TokenUsage usage, decimal usdPerOpg)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(usdPerOpg);
        PythonDecimal usd = Usd(usage.PromptTokens, model.UsdPerInputToken)
            + Usd(usage.CompletionTokens, model.UsdPerOutputToken);
        PythonDecimal opg = usd / PythonDecimal.Of(usdPerOpg);
        BigInteger attoOpg = (opg * PythonDecimal.Of(1_000_000_000_000_000_000)).Ceiling();
        return OpgAmount.TryFromWire(attoOpg, out OpgAmount amount) ? amount : new OpgAmount(UInt128.MaxValue);
    }

    private static PythonDecimal Usd(long tokens, decimal usdPerToken) =>
        PythonDecimal.Of(Math.Max(0, tokens)) * PythonDecimal.Of(usdPerToken);
}
