using System.Diagnostics;
using System.Globalization;
using Simulator.Experiments;

namespace Simulator.Cli.Terminal;

/// <summary>One line on the terminal that says how far an experiment has come; silent when the output is not a terminal.</summary>
internal sealed class ExperimentProgressLine
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly bool isVisible = !Console.IsErrorRedirected;
    private bool isShown;

    public void Report(ExperimentProgress progress)
    {
        if (!isVisible)
        {
            return;
        }

        isShown = true;
        int done = progress.Ended - progress.Resumed;
        double seconds = watch.Elapsed.TotalSeconds;
        double left = done > 0 ? seconds * (progress.Planned - progress.Ended) / done : 0;
        string failed = progress.Failed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{progress.Failed} failed  ");
        Console.Error.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"\r{progress.Ended} of {progress.Planned} runs  {failed}{done / seconds:F1} runs/s  {left:F0} s left   "));
    }

    public void Clear()
    {
        if (isShown)
        {
            Console.Error.Write("\r" + new string(' ', 72) + "\r");
        }
    }
}
