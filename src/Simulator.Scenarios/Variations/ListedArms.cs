using System.Globalization;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Schema;
using Simulator.Scenarios.Settings;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Variations;

/// <summary>Reads the designs that state their values: <c>grid</c>, <c>zip</c> and <c>list</c>.</summary>
internal sealed class ListedArms(VariationDesign design, MappingEntry entry, ReadContext context)
{
    private const string Columns = "keys of the scenario, each with a list of values";
    private const string Rows = "a list of arms, each a mapping from keys to values";
    private const string ColumnsExample = "write for example payment.max: [0.1 OPG, 1 OPG]";
    private const string RowsExample = "write for example - { payment.max: 1 OPG }";

    /// <summary>Arms from lists of values by key; null after problems.</summary>
    public (Variation Variation, ResolvedNode Node)? OfColumns()
    {
        if (entry.Value is not MappingNode { Entries.Count: > 0 } mapping)
        {
            string what = entry.Value is MappingNode ? "nothing is varied" : $"{entry.Value.Noun} stands here";
            context.Add(entry.Value.Origin, what, Columns, ColumnsExample);
            return null;
        }

        List<IReadOnlyList<VariedValue>?> columns = [.. mapping.Entries.Select(ReadColumn)];
        List<IReadOnlyList<VariedValue>> good = [.. columns.OfType<IReadOnlyList<VariedValue>>()];
        if (good.Count < columns.Count || Combine(good, mapping) is not { } arms)
        {
            return null;
        }

        ResolvedMapping node = new(
            mapping.Origin,
            [.. good.Select(column => (column[0].Key, (ResolvedNode)new ResolvedSequence(
                entry.Origin, [.. column.Select(value => new ResolvedScalar(value.Node.Origin, value.Text))])))]);
        return AreDifferent(arms, [.. arms.Select(_ => entry.Origin)]) ? (new Variation.Listed(design, arms), node) : null;
    }

    /// <summary>Arms from a list of mappings; null after problems.</summary>
    public (Variation Variation, ResolvedNode Node)? OfRows()
    {
        if (entry.Value is not SequenceNode { Items.Count: > 0 } sequence)
        {
            string what = entry.Value is SequenceNode ? "nothing is varied" : $"{entry.Value.Noun} stands here";
            context.Add(entry.Value.Origin, what, Rows, RowsExample);
            return null;
        }

        if (!VariationShape.HasRoom(sequence.Items.Count, sequence.Origin, context))
        {
            return null;
        }

        List<IReadOnlyList<VariedValue>?> rows = [.. sequence.Items.Select(ReadRow)];
        List<IReadOnlyList<VariedValue>> arms = [.. rows.OfType<IReadOnlyList<VariedValue>>()];
        bool isRight = arms.Count == rows.Count && AreDifferent(arms, [.. sequence.Items.Select(item => item.Origin)]);
        ResolvedSequence node = new(sequence.Origin, [.. arms.Select((arm, index) => new ResolvedMapping(
            sequence.Items[index].Origin,
            [.. arm.Select(value => (value.Key, (ResolvedNode)new ResolvedScalar(value.Node.Origin, value.Text)))]))]);
        return isRight ? (new Variation.Listed(design, arms), node) : null;
    }

    private List<VariedValue>? ReadColumn(MappingEntry column)
    {
        if (VariedKey.Find(column, context) is not { } key)
        {
            return null;
        }

        if (column.Value is not SequenceNode { Items.Count: > 0 } values)
        {
            string what = column.Value is SequenceNode ? "no value stands here" : $"{column.Value.Noun} stands here";
            context.Add(column.Value.Origin, what, "a list of values in brackets", ColumnsExample);
            return null;
        }

        SourceNode[][] items = [.. values.Items.Select(item => WholeNumbers.In(item, key.Shape, context).ToArray())];
        VariedValue?[] read = [.. items.SelectMany(item => item).Select(value => key.Read(value, context))];
        List<VariedValue> good = [.. read.OfType<VariedValue>()];
        return good.Count == read.Length && items.All(item => item.Length > 0) ? good : null;
    }

    private List<VariedValue>? ReadRow(SourceNode row)
    {
        if (row is not MappingNode mapping)
        {
            context.Add(row.Origin, $"{row.Noun} stands here", Rows, RowsExample);
            return null;
        }

        VariedValue?[] read = [.. mapping.Entries.Select(cell => VariedKey.Find(cell, context)?.Read(cell.Value, context))];
        List<VariedValue> good = [.. read.OfType<VariedValue>()];
        return good.Count == read.Length ? good : null;
    }

    private List<IReadOnlyList<VariedValue>>? Combine(List<IReadOnlyList<VariedValue>> columns, MappingNode mapping)
    {
        if (design == VariationDesign.Zip)
        {
            return Zip(columns, mapping);
        }

        long count = columns.Aggregate(1L, (product, column) => Math.Min(product * column.Count, int.MaxValue));
        return VariationShape.HasRoom(count, mapping.Origin, context) ? Cross(columns) : null;
    }

    private List<IReadOnlyList<VariedValue>>? Zip(List<IReadOnlyList<VariedValue>> columns, MappingNode mapping)
    {
        int length = columns[0].Count;
        int odd = columns.FindIndex(column => column.Count != length);
        if (odd >= 0)
        {
            context.Add(
                mapping.Entries[odd].Origin,
                string.Create(CultureInfo.InvariantCulture, $"'{columns[odd][0].Key}' has {columns[odd].Count} values"),
                string.Create(CultureInfo.InvariantCulture, $"as many as '{columns[0][0].Key}' has, {length}"),
                "write one value for each arm, or take grid");
            return null;
        }

        return VariationShape.HasRoom(length, mapping.Origin, context)
            ? [.. Enumerable.Range(0, length).Select(arm => columns.Select(column => column[arm]).ToArray())]
            : null;
    }

    private static List<IReadOnlyList<VariedValue>> Cross(List<IReadOnlyList<VariedValue>> columns)
    {
        List<IReadOnlyList<VariedValue>> arms = [[]];
        foreach (IReadOnlyList<VariedValue> column in columns)
        {
            arms = [.. arms.SelectMany(arm => column.Select(value => (VariedValue[])[.. arm, value]))];
        }

        return arms;
    }

    private bool AreDifferent(List<IReadOnlyList<VariedValue>> arms, Origin[] origins)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        for (int arm = 0; arm < arms.Count; arm++)
        {
            string values = string.Join('\n', arms[arm].Select(value => $"{value.Key}: {value.Text}"));
            if (!seen.TryAdd(values, arm))
            {
                string shown = values.Length == 0 ? "{}" : values.Replace("\n", ", ", StringComparison.Ordinal);
                context.Add(
                    arms[arm].Count > 0 && design != VariationDesign.List ? arms[arm][^1].Node.Origin : origins[arm],
                    $"the arm '{Shorten.Text(shown)}' stands twice",
                    "arms that differ",
                    "remove one of the two");
                return false;
            }
        }

        return true;
    }
}
