using Simulator.Scenarios.Variations;

namespace Simulator.Scenarios.Settings;

/// <summary>What the arms of an experiment differ in.</summary>
/// <param name="Design">As the file writes it.</param>
public abstract record Variation(VariationDesign Design)
{
    /// <summary>Arms that the file states.</summary>
    /// <param name="Arms">In order; an arm without a value is the scenario as it stands. At least one.</param>
    public sealed record Listed(VariationDesign Design, IReadOnlyList<IReadOnlyList<VariedValue>> Arms)
        : Variation(Design);

    /// <summary>Arms that are drawn from ranges.</summary>
    /// <param name="Samples">Points of a Latin hypercube, base points of a Sobol design, trajectories of Morris.</param>
    /// <param name="Ranges">One for each varied key, in the order of the file. At least one.</param>
    public sealed record Sampled(VariationDesign Design, int Samples, IReadOnlyList<VariedRange> Ranges)
        : Variation(Design);
}
