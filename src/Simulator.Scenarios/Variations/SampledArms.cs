using System.Globalization;
using Simulator.Scenarios.Quantities;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Variations;

/// <summary>Reads the designs that draw their values from ranges: <c>lhs</c>, <c>sobol</c> and <c>morris</c>.</summary>
internal sealed class SampledArms(VariationDesign design, MappingEntry entry, ReadContext context)
{
    private const string Expected = "a range such as { from: 0.1 OPG, to: 1 OPG }";
    private const string Example = "write for example payment.max: { from: 0.1 OPG, to: 1 OPG }";

    private const int MostSobolKeys = 26;

    private static readonly IntegerShape<int> Count = new(Bounds<int>.From(2, VariationShape.MostArms));

    private string CountKey => CountKeyOf(design);

    public static string CountKeyOf(VariationDesign design) =>
        design == VariationDesign.Morris ? "trajectories" : "samples";

    /// <summary>Null after problems.</summary>
    public (Variation Variation, ResolvedNode Node)? Read()
    {
        if (entry.Value is not MappingNode mapping)
        {
            context.Add(
                entry.Value.Origin, $"{entry.Value.Noun} stands here", $"'{CountKey}' and keys, each with {Expected}", Example);
            return null;
        }

        Resolved<int>? count = ReadCount(mapping);
        MappingEntry[] written = [.. mapping.Entries.Where(candidate => candidate.Key != CountKey)];
        VariedRange?[] read = [.. written.Select(ReadRange)];
        VariedRange[] ranges = [.. read.OfType<VariedRange>()];
        if (written.Length == 0)
        {
            context.Add(mapping.Origin, "nothing is varied", $"keys, each with {Expected}", Example);
        }

        RequireSobol(count, ranges.Length, mapping);
        if (count is null || ranges.Length == 0 || ranges.Length < read.Length
            || !VariationShape.HasRoom(ArmsOf(count.Value, ranges.Length), mapping.Origin, context))
        {
            return null;
        }

        ResolvedMapping node = new(mapping.Origin, [(CountKey, count.Node), .. ranges.Select(Resolve)]);
        return (new Variation.Sampled(design, count.Value, ranges), node);
    }

    // The estimators want whole slices of Sobol's sequence, and two of its dimensions for every key.
    private void RequireSobol(Resolved<int>? count, int keys, MappingNode mapping)
    {
        if (design != VariationDesign.Sobol)
        {
            return;
        }

        if (count is not null && !int.IsPow2(count.Value))
        {
            context.Add(
                mapping.Find(CountKey)!.Value.Origin,
                string.Create(CultureInfo.InvariantCulture, $"{count.Value} samples"),
                "a power of two",
                string.Create(CultureInfo.InvariantCulture, $"write for example {1 << (int)Math.Round(Math.Log2(count.Value))}"));
        }

        if (keys > MostSobolKeys)
        {
            context.Add(
                mapping.Origin,
                string.Create(CultureInfo.InvariantCulture, $"{keys} keys"),
                string.Create(CultureInfo.InvariantCulture, $"at most {MostSobolKeys} keys in a Sobol design"),
                "screen them with morris first");
        }
    }

    private long ArmsOf(int count, int keys) => design switch
    {
        VariationDesign.Sobol => (long)count * (keys + 2),
        VariationDesign.Morris => (long)count * (keys + 1),
        _ => count,
    };

    private Resolved<int>? ReadCount(MappingNode mapping)
    {
        if (mapping.Find(CountKey) is not { } written)
        {
            context.Add(mapping.Origin, $"'{CountKey}' is missing", Count.Expectation, $"add '{CountKey}: 16'");
            return null;
        }

        return Count.Read(written.Value, context);
    }

    private VariedRange? ReadRange(MappingEntry written)
    {
        if (VariedKey.Find(written, context) is not { } key)
        {
            return null;
        }

        if (!key.Shape.IsOrdered)
        {
            context.Add(
                written.Origin, $"the values of '{key.Path}' have no order", "a key with numbers", "take grid or list");
            return null;
        }

        if (written.Value is not MappingNode { Entries.Count: 2 } ends
            || ends.Find("from") is not { } from || ends.Find("to") is not { } to)
        {
            context.Add(written.Value.Origin, "this is no range", Expected, Example);
            return null;
        }

        (Quantity? low, Quantity? high) = (key.Read(from.Value, context)?.Quantity, key.Read(to.Value, context)?.Quantity);
        return low is { } smallest && high is { } largest ? ReadRange(key, smallest, largest, written.Value.Origin) : null;
    }

    private VariedRange? ReadRange(VariedKey key, Quantity low, Quantity high, Origin origin)
    {
        if (low.Dimension != high.Dimension || low.Value >= high.Value)
        {
            string what = $"the range from {low} to {high} holds nothing";
            context.Add(origin, what, "an end above the start", "swap the two, or take grid");
            return null;
        }

        return new VariedRange(key, low, high, origin);
    }

    private static (string, ResolvedNode) Resolve(VariedRange range) => (
        range.Key,
        new ResolvedMapping(
            range.Origin,
            [
                ("from", new ResolvedScalar(range.Origin, range.From.ToString())),
                ("to", new ResolvedScalar(range.Origin, range.To.ToString())),
            ]));
}
