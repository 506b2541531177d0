using Simulator.Primitives;

namespace Simulator.Economics.Policies;

/// <summary>Says how much the treasury spends on OPG in each epoch.</summary>
/// <remarks>The controller's integral is held while it is at its limits, so that it does not wind up.</remarks>
public sealed class Buyback(BuybackSettings settings, double epochDays, double startPrice)
{
    private readonly double weight = 1 - PortableMath.Exp(-epochDays / settings.Window);
    private double target = startPrice;
    private double integral;
    private double last;

    /// <summary>USD left to spend.</summary>
    public double Reserve { get; private set; } = settings.Reserve;

    /// <summary>USD to spend in this epoch, never more than the reserve.</summary>
    public double Spend(double price)
    {
        double most = settings.PerDay * epochDays;
        double wanted = settings.Kind switch
        {
            BuybackKind.Fixed => most,
            BuybackKind.Pid => most * Control(price),
            _ => throw Invariant.Unreachable(settings.Kind),
        };
        double spent = Math.Min(wanted, Reserve);
        Reserve -= spent;
        return spent;
    }

    private double Control(double price)
    {
        double error = (target - price) / target;
        target += weight * (price - target);
        double slope = (error - last) / epochDays;
        last = error;
        double signal = (settings.Proportional * error) + (settings.Integral * integral) + (settings.Derivative * slope);
        if (signal is > 0 and < 1 || signal > 1 == error < 0)
        {
            integral += error * epochDays;
        }

        return Math.Clamp(signal, 0, 1);
    }
}
