using System.Text.Json.Nodes;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>A number with a unit, converted exactly.</summary>
internal sealed class QuantityShape<T> : ScalarShape<T>
    where T : struct
{
    /// <summary>From base units; false when the value does not fit exactly into the type.</summary>
    public delegate bool Conversion(ExactNumber baseUnits, out T value);

    private readonly Dimension dimension;
    private readonly Conversion convert;
    private readonly Func<T, string> format;
    private readonly ExactNumber largest;
    private readonly string precision;

    /// <param name="largest">Largest value of the type, in base units.</param>
    /// <param name="precision">What a value must be to fit: <c>whole nanoseconds, at most 292 years</c>.</param>
    public QuantityShape(
        Dimension dimension, Conversion convert, Func<T, string> format, ExactNumber largest, string precision)
    {
        this.largest = largest;
        this.dimension = dimension;
        this.convert = convert;
        this.format = format;
        this.precision = precision;
    }

    public Bounds<T> Bounds { get; init; } = Bounds<T>.None;

    /// <summary>A word that stands for a value: <c>unlimited</c>.</summary>
    public (string Word, T Value)? Special { get; init; }

    public override bool IsOrdered => true;

    public override Dimension Dimension => dimension;

    public override string TypeName => dimension switch
    {
        Dimension.Time => "duration",
        Dimension.Opg => "amount",
        Dimension.Ether => "fee",
        Dimension.BitRate => "bit rate",
        _ => dimension.ToString().ToLowerInvariant(),
    };

    public override string Example => OwnExample ?? Units.Example(dimension);

    /// <summary>An example within the bounds, where the usual one is not.</summary>
    public string? OwnExample { get; init; }

    /// <summary>Why the bounds are where they are, unless that is plain.</summary>
    public string? Reason { get; init; }

    public override string Expectation =>
        $"{Units.Noun(dimension)}{Bounds.Describe(format)} such as {Example}"
        + (Special is { } named ? $", or '{named.Word}'" : "")
        + (Reason is null ? "" : $", because {Reason}");

    public QuantityShape<T> Within(Bounds<T> bounds, string? example = null, string? reason = null) =>
        new(dimension, convert, format, largest, precision)
        {
            Bounds = bounds,
            Special = Special,
            OwnExample = example,
            Reason = reason,
        };

    public override string Format(T value) =>
        Special is { } named && named.Value.Equals(value) ? named.Word : format(value);

    public override JsonObject ToJsonSchema()
    {
        JsonObject schema = new() { ["$ref"] = UnitsJsonSchema.Reference(dimension) };
        if (!TakesZero)
        {
            schema.Add("not", new JsonObject { ["pattern"] = UnitsJsonSchema.Zero });
        }

        return Special is { } named
            ? new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["const"] = named.Word }) }
            : schema;
    }

    protected override bool TryRead(ScalarNode node, ReadContext context, out T value, out Complaint complaint)
    {
        value = default;
        if (Special is { } named && named.Word == node.Text)
        {
            value = named.Value;
            complaint = default;
            return true;
        }

        if (!QuantityText.TryRead(node.Text, dimension, out ExactNumber exact, out complaint))
        {
            complaint = MisspeltSpecial(node.Text) ?? complaint;
            return false;
        }

        bool fits = exact.Numerator.Sign >= 0 && exact <= largest && convert(exact, out value);
        complaint = fits
            ? Bounds.Complain(value, node.Text, Expectation, format)
            : Unfit(exact, Shorten.Text(node.Text));
        return complaint == default;
    }

    private bool TakesZero => convert(new ExactNumber(0, 1), out T zero) && Bounds.Contains(zero);

    private Complaint? MisspeltSpecial(string text) =>
        Special is { } named && NearestName.Of(text, [named.Word]) is not null
            ? new Complaint($"'{Shorten.Text(text)}' is not known here", Expectation, $"did you mean '{named.Word}'?")
            : null;

    private Complaint Unfit(ExactNumber exact, string shown) => exact switch
    {
        { Numerator.Sign: < 0 } => new($"'{shown}' is negative", Expectation, "remove the minus sign"),
        { Numerator.IsZero: true } => new($"'{shown}' is too small", precision, $"write for example {Example}"),
        _ when exact > largest => new($"'{shown}' is too large", precision, $"write for example {Example}"),
        _ => new($"'{shown}' cannot be kept exactly", precision, "round it, or take a coarser unit"),
    };
}
