namespace Simulator.Docs.Tests;

/// <summary>Commands that take minutes as they stand, install something or are tests themselves.</summary>
/// <remarks>
/// Those of the program run all the same, made shorter by what stands beside them; the others are what CI does
/// (<c>.ci/run</c>). In a fence they are marked <c>sh long</c>.
/// </remarks>
internal static class TooLong
{
    private static readonly SortedDictionary<string, string?> Shortened = new(StringComparer.Ordinal)
    {
        ["./opgsim bench frauds"] = "./opgsim bench frauds --only lose --replications 2",
        ["./opgsim bench frauds --out docs/reference/frauds.md"] =
            "./opgsim bench frauds --only lose --replications 2 --out frauds.md",
        ["./opgsim bench honesty --questions 20000 --seed 2 --out honesty"] =
            "./opgsim bench honesty --questions 200 --seed 2 --out honesty",
        ["./opgsim run scenarios/experiments/every-fraud-at-once.yaml"] =
            "./opgsim run scenarios/experiments/every-fraud-at-once.yaml --arm 0 --replication 0",
        ["./opgsim run scenarios/experiments/every-fraud-on-credit.yaml"] =
            "./opgsim run scenarios/experiments/every-fraud-on-credit.yaml --arm 0 --replication 0",
        ["apt-get install mpich          # or: openmpi-bin libopenmpi3"] = null,
        ["dotnet test Simulator.sln"] = null,
        ["dotnet test tests/Simulator.Simulation.Tests --filter FullyQualifiedName~Verification"] = null,
        ["dotnet test tests/Simulator.Statistics.Tests --logger \"console;verbosity=detailed\""] = null,
        ["notebooks/run"] = null,
    };

    public static IEnumerable<string> All => Shortened.Keys;

    /// <summary>What runs instead; null where nothing does.</summary>
    public static string? ShorterThan(string command) => Shortened.GetValueOrDefault(command);
}
