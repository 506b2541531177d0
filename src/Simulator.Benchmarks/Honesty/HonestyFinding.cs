namespace Simulator.Benchmarks.Honesty;

/// <summary>What executions of the same questions differ by.</summary>
/// <param name="Title">Which model, and how its outputs are rounded.</param>
/// <param name="Honest">By profile: relative distance to the reference profile's answer, ascending; one per question.</param>
/// <param name="Cheating">By model that ran instead: the same.</param>
public sealed record HonestyFinding(
    string Title,
    IReadOnlyList<(string Profile, double[] Distances)> Honest,
    IReadOnlyList<(string Model, double[] Distances)> Cheating)
{
    /// <summary>Answers that a comparison under the tolerance takes for different.</summary>
    public static long Beyond(double[] distances, double tolerance) =>
        distances.LongCount(distance => distance > tolerance);
}
