using System.Globalization;

namespace Simulator.Cluster;

/// <summary>
/// What an MPI launcher (<c>mpiexec</c>, <c>srun</c>) says to a process in its environment, before any library is loaded.
/// </summary>
/// <param name="Rank">Which of the processes this is, from 0.</param>
/// <param name="Size">How many there are; null where the launcher does not say it in the environment.</param>
/// <param name="Libraries">File names of libraries that speak with this launcher, the likeliest first.</param>
public sealed record MpiLaunch(int Rank, int? Size, IReadOnlyList<string> Libraries)
{
    /// <summary>A library's path instead of the usual names, for clusters that have theirs elsewhere.</summary>
    public const string LibraryVariable = "OPGSIM_MPI_LIBRARY";

    private static readonly string[] OpenMpi = ["libmpi.so.40", "libmpi.so.41", "libmpi.so.20"];

    // libmpi.so.12 is the name that the MPICH ABI initiative agreed on; Debian's is called libmpich.
    private static readonly string[] Mpich = ["libmpich.so.12", "libmpi.so.12"];

    /// <summary>Variables of launchers; a process of its own must not take itself for a rank.</summary>
    private static readonly string[] Prefixes = ["OMPI_", "PMI_", "PMIX_", "HYDRA_", "HYDI_", "MPIR_"];

    /// <summary>Null where no launcher started this process.</summary>
    public static MpiLaunch? OfThisProcess { get; } = Find(Environment.GetEnvironmentVariable);

    /// <summary>As <see cref="OfThisProcess"/>, from any environment.</summary>
    /// <param name="variable">Value of a variable, null where it is not set.</param>
    public static MpiLaunch? Find(Func<string, string?> variable)
    {
        string[] named = variable(LibraryVariable) is { Length: > 0 } path ? [path] : [];
        if (Number(variable("OMPI_COMM_WORLD_RANK")) is { } open)
        {
            return new MpiLaunch(open, Number(variable("OMPI_COMM_WORLD_SIZE")), [.. named, .. OpenMpi]);
        }

        if (Number(variable("PMI_RANK")) is { } pmi)
        {
            return new MpiLaunch(pmi, Number(variable("PMI_SIZE")), [.. named, .. Mpich, .. OpenMpi]);
        }

        return Number(variable("PMIX_RANK")) is { } pmix
            ? new MpiLaunch(pmix, null, [.. named, .. OpenMpi, .. Mpich])
            : null;
    }

    /// <summary>Takes the launcher's variables out of the environment of a process that is to be no rank.</summary>
    public static void Forget(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.ToArray())
        {
            if (Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            {
                environment.Remove(name);
            }
        }
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
