using Simulator.Primitives;

namespace Simulator.Statistics.Tests;

/// <summary>
/// Mean waiting times of independent M/M/1 replications that start empty: Lindley's recurrence, with one keyed uniform
/// of 32 bits per customer for "service minus gap", which has an asymmetric Laplace distribution. Service takes 1 on
/// average.
/// </summary>
/// <param name="seed">Of the whole study.</param>
/// <param name="trial">Meta-replication.</param>
/// <param name="load">Arrivals per service time, below one.</param>
internal sealed class LongQueue(ulong seed, ulong trial, double load)
{
    private static readonly DrawPurpose Steps = new("steps");
    private readonly KeyedRandom random = new(seed, trial, "long queue");

    /// <summary>Mean wait of <paramref name="customers"/> after leaving out the first <paramref name="warmUp"/>; both
    /// multiples of four, which is what a draw is good for.</summary>
    public double MeanWait(ulong replication, int warmUp, int customers)
    {
        double wait = 0;
        double sum = 0;
        for (int i = 0; i < warmUp + customers; i += 4)
        {
            Draw draw = random.Draw(Steps, replication, (ulong)i);
            double second = Math.Max(0, wait + Step(draw.Low >> 32));
            double third = Math.Max(0, second + Step(draw.Low & uint.MaxValue));
            double fourth = Math.Max(0, third + Step(draw.High >> 32));
            sum += i < warmUp ? 0 : wait + second + third + fourth;
            wait = Math.Max(0, fourth + Step(draw.High & uint.MaxValue));
        }

        return sum / customers;
    }

    private double Step(ulong word)
    {
        double u = (word + 0.5) / 4294967296.0;
        double negative = 1 / (1 + load);
        return u < negative ? Math.Log(u / negative) / load : -Math.Log((1 - u) / (1 - negative));
    }
}
