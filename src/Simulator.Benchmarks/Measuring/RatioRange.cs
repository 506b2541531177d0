namespace Simulator.Benchmarks.Measuring;

/// <summary>Our rate over the reference's rate: median, least and greatest of the rounds.</summary>
public readonly record struct RatioRange(double Median, double Least, double Greatest);
