namespace Simulator.Docs.Tests;

/// <summary>Commands that stand on a page and run in no test: each takes minutes, installs something or needs a cluster.</summary>
/// <remarks>What they do is tested elsewhere. In a fence they are marked <c>sh long</c>.</remarks>
internal static class TooLong
{
    public static readonly IReadOnlyList<string> All =
    [
        "dotnet test Simulator.sln",
        "dotnet test tests/Simulator.Statistics.Tests --logger \"console;verbosity=detailed\"",
        "dotnet test tests/Simulator.Simulation.Tests --filter FullyQualifiedName~Verification",
        "./opgsim bench honesty --questions 20000 --seed 2 --out honesty",
        "./opgsim run scenarios/experiments/every-fraud-at-once.yaml",
        "./opgsim run scenarios/experiments/every-fraud-on-credit.yaml",
        "./opgsim bench frauds",
        "./opgsim bench frauds --out docs/reference/frauds.md",
        "notebooks/run",
        "apt-get install mpich          # or: openmpi-bin libopenmpi3",
    ];
}
