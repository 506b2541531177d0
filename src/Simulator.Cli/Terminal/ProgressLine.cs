using System.Diagnostics;
using System.Globalization;
using Simulator.Kernel;

namespace Simulator.Cli.Terminal;

/// <summary>One line on the terminal that says how far a run has come; silent when the output is not a terminal.</summary>
internal sealed class ProgressLine
{
    private const double SecondsBetweenUpdates = 0.1;

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly bool isVisible = !Console.IsErrorRedirected;
    private double shownAt = double.NegativeInfinity;

    public void Report(RunProgress progress)
    {
        double seconds = watch.Elapsed.TotalSeconds;
        if (!isVisible || seconds - shownAt < SecondsBetweenUpdates)
        {
            return;
        }

        shownAt = seconds;
        double share = (double)progress.Now.NanosecondsSinceStart / Math.Max(1, progress.Until.NanosecondsSinceStart);
        double left = share > 0 ? seconds * (1 - share) / share : 0;
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"\r{share,6:P0}  {progress.Now.WholeSeconds} s simulated  {progress.Events:N0} events  {left:F0} s left   ");
        Console.Error.Write(line);
    }

    public void Clear()
    {
        if (isVisible && shownAt >= 0)
        {
            Console.Error.Write("\r" + new string(' ', 72) + "\r");
        }
    }
}
