using Simulator.Primitives;
using Simulator.Protocol.Tensors;

namespace Simulator.Inference.Questions;

/// <summary>What traders ask the volatility model: a window of returns as a market might have produced it.</summary>
/// <remarks>
/// A GARCH(1,1) path (Bollerslev, 1986) with normal shocks, parameters drawn per question. A pure function of the draw,
/// the same on every platform: its arithmetic is IEEE + − × ÷ √ and <see cref="PortableMath"/>.
/// </remarks>
public static class VolatilityQuestions
{
    /// <summary>The model's input.</summary>
    public const string InputName = "returns";

    /// <summary>Returns in one window.</summary>
    public const int WindowLength = 32;

    /// <summary>Returns are fractions with six decimals: one hundredth of a basis point.</summary>
    public const int Decimals = 6;

    // Long enough to forget that the path began at its average volatility.
    private const int BurnIn = 32;
    private const double LeastLevel = 0.003;
    private const double LogLevelRange = 2.7;
    private const double LargestReturn = 0.9;

    /// <summary>A question of batch size 1: input <c>returns</c>, shape [1, 32], oldest return first.</summary>
    public static TensorSet WindowOf(Draw draw)
    {
        FixedPoint[] values = new FixedPoint[WindowLength];
        (Draw first, Draw second) = (Expand(draw, 0), Expand(draw, 1));
        double level = LeastLevel * PortableMath.Exp(LogLevelRange * first.UnitInterval());
        double reaction = 0.03 + (0.12 * Upper(first).UnitInterval());
        double memory = 0.90 + (0.095 * second.UnitInterval()) - reaction;
        double constant = level * level * (1 - reaction - memory);
        double variance = level * level;
        for (int period = 0; period < BurnIn + WindowLength; period++)
        {
            double change = Math.Clamp(Math.Sqrt(variance) * Shock(draw, period), -LargestReturn, LargestReturn);
            if (period >= BurnIn)
            {
                Invariant.That(FixedPoint.TryRound(change, Decimals, out values[period - BurnIn]));
            }

            variance = constant + (reaction * change * change) + (memory * variance);
        }

        return new TensorSet(new FixedPointTensor(InputName, values, [1, WindowLength]));
    }

    // One block of 128 bits serves two periods.
    private static double Shock(Draw draw, int period)
    {
        Draw block = Expand(draw, 2 + (ulong)(period / 2));
        return (period % 2 == 0 ? block : Upper(block)).Normal();
    }

    private static Draw Upper(Draw draw) => new(draw.High, draw.Low);

    private static Draw Expand(Draw draw, ulong index)
    {
        (ulong low, ulong high) = Philox.Block(draw.High, index, draw.Low);
        return new Draw(low, high);
    }
}
