namespace Simulator.Simulation.Tests.CommandLine;

/// <summary>A test for each MPI launcher, both of which CI installs; skipped where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LauncherTheoryAttribute : TheoryAttribute
{
    public const string OpenMpi = "mpiexec.openmpi";
    public const string Mpich = "mpiexec.mpich";

    public LauncherTheoryAttribute() => Skip = new[] { OpenMpi, Mpich }.All(IsInstalled)
        ? null
        : "needs both launchers: apt-get install openmpi-bin libopenmpi3 mpich";

    private static bool IsInstalled(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
