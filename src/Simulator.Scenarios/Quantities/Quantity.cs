namespace Simulator.Scenarios.Quantities;

/// <summary>An exact value with its dimension, in the base unit of <see cref="Quantities.Dimension"/>.</summary>
/// <param name="Text">As the file wrote it, in normal spacing.</param>
public sealed record Quantity(Dimension Dimension, ExactNumber Value, string Text)
{
    public override string ToString() => Text;
}
