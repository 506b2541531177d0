using System.Globalization;
using Simulator.Inference.Facts;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Cli.Terminal;

/// <summary>Turns whatever escapes a command into a message a person can act on, never a stack trace.</summary>
internal static class FailureReport
{
    public static async Task<int> Guard(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (SimulationFailedException failure) when (failure.InnerException is MissingFactException missing)
        {
            Console.Error.WriteLine($"opgsim: the bundle given to --replay lacks a fact: {missing.Key}");
            Console.Error.WriteLine("opgsim: replay with the bundle of the same scenario and seed, or run without --replay");
            return ExitCode.BadInput;
        }
        catch (SimulationFailedException failure) when (failure.InnerException is IOException)
        {
            Console.Error.WriteLine($"opgsim: {failure.InnerException.Message}");
            return ExitCode.InputOutput;
        }
        catch (SimulationFailedException failure)
        {
            Tell(failure);
            return ExitCode.Bug;
        }
        catch (InvariantViolatedException failure)
        {
            Console.Error.WriteLine($"opgsim: this is a bug: {failure.Message}");
            return ExitCode.Bug;
        }
        catch (InvalidDataException failure)
        {
            Console.Error.WriteLine($"opgsim: {failure.Message}");
            return ExitCode.BadInput;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"opgsim: {failure.Message}");
            return ExitCode.InputOutput;
        }
        catch (Exception failure)
        {
            Console.Error.WriteLine($"opgsim: this is a bug: {failure.GetType().Name}: {failure.Message}");
            return ExitCode.Bug;
        }
    }

    private static void Tell(SimulationFailedException failure)
    {
        string cause = (failure.InnerException ?? failure).Message;
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"opgsim: this is a bug, found at {failure.At} in actor '{failure.Actor}' (seed {failure.Seed}, replication {failure.Replication}): {cause}"));
        Console.Error.WriteLine("opgsim: the last events before it:");
        foreach (object last in failure.LastEvents)
        {
            Console.Error.WriteLine($"  {last}");
        }
    }
}
