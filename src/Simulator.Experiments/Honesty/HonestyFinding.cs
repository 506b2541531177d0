namespace Simulator.Experiments.Honesty;

/// <summary>What executions of the same questions differ by, under one rounding of the outputs.</summary>
/// <param name="Rounding">How outputs are rounded before they are compared.</param>
/// <param name="Curves">Honest nodes first.</param>
public sealed record HonestyFinding(string Rounding, IReadOnlyList<HonestyCurve> Curves)
{
    /// <summary>Relative tolerances of the curves; 0 is equality of hashes.</summary>
    public static readonly IReadOnlyList<double> Tolerances =
        [0, 1e-8, 1e-7, 1e-6, 1e-5, 3e-5, 1e-4, 2e-4, 3e-4, 5e-4, 1e-3, 2e-3, 3e-3, 5e-3, 1e-2, 3e-2, 1e-1, 1];
}
