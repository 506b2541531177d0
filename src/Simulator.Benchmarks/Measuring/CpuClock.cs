using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Simulator.Benchmarks.Measuring;

/// <summary>Time this thread has computed, in nanoseconds: what others do on the machine hardly enters.</summary>
/// <remarks>POSIX <c>CLOCK_THREAD_CPUTIME_ID</c>; elsewhere elapsed time, and <see cref="IsCpuTime"/> says so.</remarks>
public static partial class CpuClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>Whether readings are CPU time of the calling thread.</summary>
    public static bool IsCpuTime { get; } = OperatingSystem.IsLinux();

    public static long Nanoseconds
    {
        get
        {
            if (!IsCpuTime)
            {
                return (long)Stopwatch.GetElapsedTime(0).TotalNanoseconds;
            }

            _ = Read(ThreadCpuTime, out TimeSpec time);
            return (time.Seconds * 1_000_000_000L) + time.Nanoseconds;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
