namespace Simulator.Economics.Epochs;

/// <summary>Decides how much a group trades with itself: it tries more or less and keeps what paid better.</summary>
internal sealed class WashTrader
{
    /// <summary>Epochs with one volume before the next is tried.</summary>
    private const int Trial = 7;
    private const double Step = 1.25;

    private double payoff;
    private double best = double.NegativeInfinity;
    private int epochs;
    private bool grows = true;

    /// <summary>USD per epoch that it pays itself.</summary>
    public double Volume { get; private set; } = 1;

    /// <summary>What the volume earned from the programme, less what the split took away, in USD.</summary>
    public void Learn(double earned)
    {
        payoff += earned;
        if (++epochs < Trial)
        {
            return;
        }

        grows = payoff > best ? grows : !grows;
        (best, payoff, epochs) = (payoff, 0, 0);
        Volume = grows ? Volume * Step : Volume / Step;
    }
}
