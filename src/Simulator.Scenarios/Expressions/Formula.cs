namespace Simulator.Scenarios.Expressions;

/// <summary>An expression as a file writes it and as it is computed.</summary>
/// <param name="Text">In canonical notation; it reads back to the same expression.</param>
/// <param name="Keys">The keys it names, in order, without repetition.</param>
public sealed record Formula(string Text, Expression Expression, IReadOnlyList<string> Keys)
{
    /// <summary>The value; null where there is none.</summary>
    /// <param name="valueOf">A key's value in the units of metrics; null where it has none.</param>
    public double? At(Func<string, double?> valueOf)
    {
        double value = Expression.At(path => valueOf(path) ?? double.NaN);
        return double.IsFinite(value) ? value : null;
    }
}
