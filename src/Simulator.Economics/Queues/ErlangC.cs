namespace Simulator.Economics.Queues;

/// <summary>The queue M/M/c: Poisson arrivals, exponential service, c servers, no limit.</summary>
/// <remarks>Source: A. K. Erlang, 1917; computed by the stable recursion of Erlang B.</remarks>
public static class ErlangC
{
    private const int Halvings = 60;

    /// <summary>Probability that an arrival waits.</summary>
    /// <param name="servers">At least 1.</param>
    /// <param name="utilisation">Arrivals × service time ÷ servers, from 0 to below 1.</param>
    public static double Waits(int servers, double utilisation)
    {
        double load = servers * utilisation;
        double blocked = 1;
        for (int i = 1; i <= servers; i++)
        {
            blocked = load * blocked / (i + (load * blocked));
        }

        return blocked / (1 - (utilisation * (1 - blocked)));
    }

    /// <summary>Mean wait in units of the mean service time.</summary>
    public static double MeanWait(int servers, double utilisation) =>
        Waits(servers, utilisation) / (servers * (1 - utilisation));

    /// <summary>Highest utilisation at which the mean wait is no longer than so many service times.</summary>
    public static double UtilisationFor(int servers, double wait)
    {
        double low = 0;
        double high = 1;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            if (MeanWait(servers, middle) <= wait)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
