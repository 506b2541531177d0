using System.Globalization;

namespace Simulator.Experiments.Throughput;

/// <summary>What the calling thread has had of the machine since it began, in nanoseconds.</summary>
/// <param name="Computed">Time on a core.</param>
/// <param name="Queued">Time in which it could have computed and others had the cores.</param>
/// <remarks>The kernel's own account (<c>schedstat</c>); zero where there is none, as outside Linux.</remarks>
internal readonly record struct ThreadLoad(long Computed, long Queued)
{
    private const string Account = "/proc/thread-self/schedstat";

    public static ThreadLoad OfThisThread()
    {
        if (!File.Exists(Account))
        {
            return default;
        }

        string[] words = File.ReadAllText(Account).Split(' ');
        return new ThreadLoad(
            long.Parse(words[0], CultureInfo.InvariantCulture), long.Parse(words[1], CultureInfo.InvariantCulture));
    }
}
