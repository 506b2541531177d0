using System.Diagnostics;

namespace Simulator.Experiments.Throughput;

/// <summary>The most memory that this process holds until disposal, looked at fifty times a second.</summary>
internal sealed class MemoryPeak : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly ManualResetEventSlim over = new();
    private readonly Thread thread;
    private long peak;

    public MemoryPeak()
    {
        GC.Collect();
        thread = new Thread(Watch) { IsBackground = true, Name = "memory" };
        thread.Start();
    }

    /// <summary>Resident memory.</summary>
    public long Bytes => Volatile.Read(ref peak);

    public void Dispose()
    {
        over.Set();
        thread.Join();
        over.Dispose();
    }

    private void Watch()
    {
        using Process process = Process.GetCurrentProcess();
        do
        {
            process.Refresh();
            Volatile.Write(ref peak, Math.Max(peak, process.WorkingSet64));
        }
        while (!over.Wait(Interval));
    }
}
