namespace Simulator.Cluster.Tests;

/// <summary>What launchers leave in the environment, as their manuals and their processes show it.</summary>
public sealed class MpiLaunchTests
{
    [Fact]
    public void A_process_that_nobody_launched_is_no_rank() => Assert.Null(Launch());

    [Fact]
    public void Open_MPI_names_rank_and_size_and_PMIx_beside_them()
    {
        MpiLaunch launch = Launch(("OMPI_COMM_WORLD_RANK", "2"), ("OMPI_COMM_WORLD_SIZE", "4"), ("PMIX_RANK", "2"))!;

        Assert.Equal((2, 4), (launch.Rank, launch.Size));
        Assert.Equal("libmpi.so.40", launch.Libraries[0]);
    }

    [Fact]
    public void Hydra_speaks_PMI_and_MPICH_answers()
    {
        MpiLaunch launch = Launch(("PMI_RANK", "1"), ("PMI_SIZE", "3"))!;

        Assert.Equal((1, 3), (launch.Rank, launch.Size));
        Assert.Equal("libmpich.so.12", launch.Libraries[0]);
    }

    [Fact]
    public void Slurm_with_PMIx_says_no_size()
    {
        MpiLaunch launch = Launch(("PMIX_RANK", "7"), ("SLURM_PROCID", "7"))!;

        Assert.Equal((7, null), (launch.Rank, launch.Size));
    }

    [Fact]
    public void A_library_of_the_cluster_comes_before_the_usual_ones()
    {
        MpiLaunch launch = Launch(("PMI_RANK", "0"), ("OPGSIM_MPI_LIBRARY", "/opt/mpi/lib/libmpi.so.12"))!;

        Assert.Equal("/opt/mpi/lib/libmpi.so.12", launch.Libraries[0]);
    }

    [Fact]
    public void A_process_of_its_own_forgets_that_it_was_launched()
    {
        Dictionary<string, string?> environment = new(StringComparer.Ordinal)
        {
            ["OMPI_COMM_WORLD_RANK"] = "0",
            ["PMIX_NAMESPACE"] = "1",
            ["PMI_FD"] = "3",
            ["PATH"] = "/usr/bin",
        };

        MpiLaunch.Forget(environment);

        Assert.Equal(["PATH"], environment.Keys);
    }

    [Fact]
    public void A_launcher_whose_library_is_missing_is_told_what_to_install()
    {
        MpiLaunch launch = new(0, 2, ["libnothing.so.1"]);

        string message = Assert.Throws<InvalidDataException>(() => RankGroup.Join(launch)).Message;

        Assert.Contains("libnothing.so.1", message, StringComparison.Ordinal);
        Assert.Contains("apt-get install", message, StringComparison.Ordinal);
    }

    private static MpiLaunch? Launch(params (string Name, string Value)[] variables) =>
        MpiLaunch.Find(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
