using Simulator.Inference.Comparison;

namespace Simulator.Actors.Verifiers;

/// <summary>Every number of the outputs within a relative tolerance; texts to the last letter.</summary>
public sealed class ToleranceComparison(double relative) : IOutputComparison
{
    private readonly OutputTolerance tolerance = new(0, relative);

    public bool IsExact => tolerance.IsExact;

    public bool Agree(string committed, string own) => tolerance.Accepts(committed, own);
}
