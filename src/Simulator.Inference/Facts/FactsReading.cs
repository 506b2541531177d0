namespace Simulator.Inference.Facts;

/// <summary>What came of reading a facts file.</summary>
public abstract record FactsReading
{
    private FactsReading()
    {
    }

    public sealed record Loaded(InferenceFacts Facts) : FactsReading;

    /// <param name="Line">1-based.</param>
    /// <param name="Problem">One sentence.</param>
    public sealed record Malformed(int Line, string Problem) : FactsReading;
}
