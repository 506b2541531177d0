using System.Diagnostics;

namespace Simulator.Experiments;

/// <summary>How long to sleep between two looks for messages: the longer nothing has come, the longer.</summary>
/// <remarks>A rank that waits must not take a core from one that works, and MPI libraries wait by spinning.</remarks>
internal sealed class PollingPause
{
    private const long ShareOfSilence = 50;
    private const long LongestMilliseconds = 10;

    private readonly Stopwatch silence = Stopwatch.StartNew();

    private int Milliseconds => (int)Math.Clamp(silence.ElapsedMilliseconds / ShareOfSilence, 1, LongestMilliseconds);

    public void Heard() => silence.Restart();

    /// <summary>Sleeps, at most until <paramref name="signal"/> is set.</summary>
    public void Take(WaitHandle? signal = null)
    {
        if (signal is null)
        {
            Thread.Sleep(Milliseconds);
        }
        else
        {
            signal.WaitOne(Milliseconds);
        }
    }
}
