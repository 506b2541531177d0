using Simulator.Primitives;

namespace Simulator.Statistics.Tests;

/// <summary>
/// Waiting times of an M/M/1 queue in equilibrium (Lindley's recurrence), whose distribution is known.
/// </summary>
internal static class Queue
{
    private static readonly DrawPurpose Arrival = new("arrival");
    private static readonly DrawPurpose Service = new("service");

    /// <param name="trial">Replication.</param>
    /// <param name="load">Arrivals per service time, below one.</param>
    /// <param name="customers">How many.</param>
    public static double[] Waits(ulong trial, double load, int customers)
    {
        KeyedRandom random = new(2, trial, "queue");
        double[] waits = new double[customers];

        // Starts in equilibrium: empty with probability 1 − load, otherwise exponential with rate 1 − load.
        double first = random.Draw(Service, ulong.MaxValue).UnitInterval();
        double wait = first < load ? -PortableMath.Log(first / load) / (1 - load) : 0;
        for (int i = 0; i < customers; i++)
        {
            waits[i] = wait;
            double service = -PortableMath.Log(random.Draw(Service, (ulong)i).UnitInterval());
            double gap = -PortableMath.Log(random.Draw(Arrival, (ulong)i).UnitInterval()) / load;
            wait = Math.Max(0, wait + service - gap);
        }

        return waits;
    }
}
