using System.Diagnostics;
using Simulator.Simulation.Tests.House;

namespace Simulator.Simulation.Tests.CommandLine;

/// <summary>The built command-line program, run as a process of its own, as a person would.</summary>
internal static class Program
{
    // The tests and the program are built together, in the same configuration.
    private static string Path { get; } = System.IO.Path.Combine(
        Repository.Root,
        ".artifacts",
        "bin",
        "Simulator.Cli",
        System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
        "opgsim.dll");

    public static Process Start(string folder, params string[] arguments) => StartUnder([], folder, arguments);

    /// <param name="launcher">Command in front of the program, for example <c>mpiexec -n 2</c>; may be empty.</param>
    /// <param name="folder">Working directory.</param>
    /// <param name="arguments">The program's.</param>
    public static Process StartUnder(string[] launcher, string folder, params string[] arguments)
    {
        // A test run in the background may have been told to ignore interrupts, and its children would do so too.
        ProcessStartInfo start = new("env", ["--default-signal=INT", .. launcher, "dotnet", Path, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OMPI_ALLOW_RUN_AS_ROOT"] = "1";
        start.Environment["OMPI_ALLOW_RUN_AS_ROOT_CONFIRM"] = "1";
        return Process.Start(start)!;
    }

    public static Outcome RunUnder(string[] launcher, string folder, params string[] arguments)
    {
        using Process process = StartUnder(launcher, folder, arguments);
        return Finish(process);
    }

    public static Outcome Run(string folder, params string[] arguments)
    {
        using Process process = Start(folder, arguments);
        return Finish(process);
    }

    public static Outcome Finish(Process process)
    {
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
