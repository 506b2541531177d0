namespace Simulator.Statistics;

/// <summary>
/// Where in the unit cube an experiment's runs lie: a list of points whose coordinates stand for factors, to be mapped
/// to each factor's range. A point depends on the design and its number alone, so runs may be made in any order.
/// </summary>
public interface IUnitDesign
{
    /// <summary>Number of factors, at least 1.</summary>
    int Factors { get; }

    /// <summary>Number of points.</summary>
    int Runs { get; }

    /// <summary>One coordinate in [0, 1] per factor.</summary>
    /// <param name="run">In [0, <see cref="Runs"/>).</param>
    double[] Point(int run);
}
