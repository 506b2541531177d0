using System.Diagnostics;
using Simulator.Cli.Terminal;
using Simulator.Cluster;
using Simulator.Experiments;
using Simulator.Reporting;

namespace Simulator.Cli.Commands;

/// <summary><c>mpiexec -n N ./opgsim run FILE</c>: who leads, who serves, and what an interrupt leaves.</summary>
internal static class RankedExperiment
{
    public const string FinishedFlag = "--finished";

    /// <summary>Runs at the same time where no flag says how many.</summary>
    public static int DefaultJobs => MpiLaunch.OfThisProcess is null or { Size: 1 } ? Environment.ProcessorCount : 1;

    /// <summary>Rank 0: does the work and lets the others go, whatever happens.</summary>
    public static int Lead(RankGroup ranks, Func<RunFarm, int> work)
    {
        RunFarm farm = new(ranks);
        Console.Error.WriteLine(
            $"opgsim: {Wording.Count(ranks.Size)} ranks over {ranks.Library}; should one die, the launcher ends them all, and "
            + "the same command goes on from what had ended");
        try
        {
            return work(farm);
        }
        finally
        {
            farm.Close();
        }
    }

    /// <summary>Any other rank.</summary>
    /// <param name="ranks">All of them.</param>
    /// <param name="load">Reads the experiment; null after having said on the error stream what is wrong.</param>
    public static int Serve(RankGroup ranks, Func<ExperimentRequest?> load)
    {
        using Interruption interruption = new();
        RunWorker.Serve(ranks, Load, interruption.Token);
        return ExitCode.Success;

        ExperimentRequest Load()
        {
            using StringWriter problems = new();
            Console.SetError(problems);
            ExperimentRequest? request = load();
            Console.SetError(TextWriter.Null);
            return request ?? throw new InvalidDataException(problems.ToString().TrimEnd());
        }
    }

    /// <summary>A single run begins: the other ranks have nothing to do.</summary>
    public static void LetGo(RunFarm? farm)
    {
        if (farm is not null)
        {
            Console.Error.WriteLine("opgsim: one run is not spread over ranks; rank 0 runs it alone and the others end now");
            farm.Close();
        }
    }

    /// <summary>Has the bundle of what has ended written by a process of its own, and waits for it.</summary>
    /// <remarks>
    /// Open MPI kills ranks one second after an interrupt, whatever they do. A process in a session of its own is none
    /// of the launcher's, and ends what it has begun.
    /// </remarks>
    public static int WriteFinished(ExperimentRequest request)
    {
        Console.Error.WriteLine(
            "opgsim: interrupted, by a person or by the launcher when another rank died; the bundle of what has ended is being "
            + $"written to '{request.OutputFolder}', and the same command goes on from there");
        ProcessStartInfo start = new("setsid") { UseShellExecute = false };
        foreach (string argument in OwnCommand().Append(FinishedFlag))
        {
            start.ArgumentList.Add(argument);
        }

        MpiLaunch.Forget(start.Environment);
        using Process writer = Process.Start(start)!;
        request.Farm!.Close();
        writer.WaitForExit();
        return ExitCode.Interrupted;
    }

    // What has ended must not be forgotten on the way.
    private static IEnumerable<string> OwnCommand()
    {
        string program = Environment.ProcessPath!;
        string[] arguments = Environment.GetCommandLineArgs();
        bool isHosted = Path.GetFileNameWithoutExtension(program) == "dotnet";
        return arguments.Skip(isHosted ? 0 : 1).Where(argument => argument != "--fresh").Prepend(program);
    }
}
