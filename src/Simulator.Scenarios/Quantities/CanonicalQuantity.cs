namespace Simulator.Scenarios.Quantities;

/// <summary>Reads values back from canonical notation, whose units tell the dimension.</summary>
internal static class CanonicalQuantity
{
    /// <summary>The quantity; null for text that is none. A plain number counts as <see cref="Dimension.Count"/>.</summary>
    public static Quantity? Of(string text)
    {
        foreach (Dimension dimension in Enum.GetValues<Dimension>())
        {
            if (dimension != Dimension.Unset && QuantityText.TryRead(text, dimension, out ExactNumber value, out _))
            {
                return new Quantity(dimension, value);
            }
        }

        return null;
    }

    /// <summary>
    /// The order of two canonical values of one key: negative, zero or positive; null when they have none and differ.
    /// </summary>
    /// <remarks>A word beside numbers, as <c>unlimited</c>, is larger than each of them.</remarks>
    public static int? Compare(string left, string right) => (Of(left), Of(right)) switch
    {
        ({ } first, { } second) when first.Dimension == second.Dimension => first.Value.CompareTo(second.Value),
        ({ }, null) => -1,
        (null, { }) => 1,
        _ => left == right ? 0 : null,
    };
}
