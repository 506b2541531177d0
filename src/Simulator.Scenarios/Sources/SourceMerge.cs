using Simulator.Scenarios.Schema;

namespace Simulator.Scenarios.Sources;

/// <summary>Lays one scenario over another: sections and named groups key by key, everything else as a whole.</summary>
internal static class SourceMerge
{
    public static MappingNode Over(MappingNode below, MappingNode above, Shape shape)
    {
        List<MappingEntry> entries = [];
        foreach (MappingEntry lower in below.Entries)
        {
            MappingEntry? upper = above.Find(lower.Key);
            entries.Add(
                upper is null ? lower : upper with { Value = Over(lower.Value, upper.Value, shape.Under(lower.Key)) });
        }

        entries.AddRange(above.Entries.Where(upper => below.Find(upper.Key) is null));
        return new MappingNode(above.Origin, entries);
    }

    private static SourceNode Over(SourceNode below, SourceNode above, Shape? shape) =>
        shape is { MergesByKey: true } && below is MappingNode lower && above is MappingNode upper
            ? Over(lower, upper, shape)
            : above;
}
