namespace Simulator.Benchmarks.Measuring;

/// <summary>An operation called in a loop long enough for the clock.</summary>
/// <param name="operation">Called many times; must leave no state behind that grows.</param>
public sealed class TimedLoop(Action operation) : ITimed
{
    private const long WarmUpNanoseconds = 250_000_000;
    private const long SampleNanoseconds = 30_000_000;

    private long count = 1;

    public void WarmUp()
    {
        long spent = 0;
        while (spent < WarmUpNanoseconds)
        {
            long taken = Math.Max(Run(count), 1);
            spent += taken;
            count = Math.Max(1, (long)(count * Math.Min(10.0, (double)SampleNanoseconds / taken)));
        }
    }

    public double Sample() => (double)Run(count) / count;

    private long Run(long times)
    {
        long start = CpuClock.Nanoseconds;
        for (long i = 0; i < times; i++)
        {
            operation();
        }

        return CpuClock.Nanoseconds - start;
    }
}
