using System.Globalization;
using System.Text.Json;

using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Settlement;

/// <summary>A tree dump as read: rows, and the nodes checked against them.</summary>
internal sealed record BatchDump(IReadOnlyList<SettlementRow> Rows, MerkleTree Tree)
{
    private const int ColumnCount = 5;

    public static BatchDumpRefusal Read(ReadOnlyMemory<byte> json, out BatchDump? dump)
    {
        dump = null;
        if (json.Length > BatchTree.DumpLengthMax)
        {
            return BatchDumpRefusal.DumpTooLarge;
        }

        using JsonDocument? document = StrictJson.Parse(json, depthMax: 5);
        return document is null ? BatchDumpRefusal.NotJson : Read(document.RootElement, out dump);
    }

    private static BatchDumpRefusal Read(JsonElement root, out BatchDump? dump)
    {
        dump = null;
        if (!StrictJson.TryMembers(root, ["format", "leafEncoding", "tree", "values"], out JsonElement[] members)
            || members[1].ValueKind != JsonValueKind.Array || members[2].ValueKind != JsonValueKind.Array
            || members[3].ValueKind != JsonValueKind.Array)
        {
            return BatchDumpRefusal.UnexpectedShape;
        }

        if (StrictJson.Text(members[0]) != BatchTree.Format)
        {
            return BatchDumpRefusal.UnknownFormat;
        }

        if (!members[1].EnumerateArray().Select(StrictJson.Text).SequenceEqual(BatchTree.LeafEncoding))
        {
            return BatchDumpRefusal.UnknownLeafEncoding;
        }

        return ReadTree(members[2], members[3], out dump);
    }

    private static BatchDumpRefusal ReadTree(JsonElement tree, JsonElement values, out BatchDump? dump)
    {
        dump = null;
        List<Hash32> nodes = [];
        foreach (JsonElement element in tree.EnumerateArray())
        {
            if (!StrictJson.TryHash(element, out Hash32 node))
            {
                return BatchDumpRefusal.NodeMalformed;
            }

            nodes.Add(node);
        }

        List<SettlementRow> rows = [];
        List<int> indexes = [];
        foreach (JsonElement element in values.EnumerateArray())
        {
            BatchDumpRefusal refusal = ReadValue(element, rows, indexes);
            if (refusal != BatchDumpRefusal.Unset)
            {
                return refusal;
            }
        }

        return Check(nodes, rows, indexes, out dump);
    }

    private static BatchDumpRefusal ReadValue(JsonElement element, List<SettlementRow> rows, List<int> indexes)
    {
        if (!StrictJson.TryMembers(element, ["value", "treeIndex"], out JsonElement[] members)
            || members[0].ValueKind != JsonValueKind.Array || members[1].ValueKind != JsonValueKind.Number)
        {
            return BatchDumpRefusal.UnexpectedShape;
        }

        if (!int.TryParse(members[1].GetRawText(), NumberStyles.None, CultureInfo.InvariantCulture, out int index))
        {
            return BatchDumpRefusal.TreeIndexWrong;
        }

        if (!TryRow([.. members[0].EnumerateArray()], out SettlementRow? row))
        {
            return BatchDumpRefusal.ValueMalformed;
        }

        rows.Add(row!);
        indexes.Add(index);
        return BatchDumpRefusal.Unset;
    }

    private static bool TryRow(JsonElement[] columns, out SettlementRow? row)
    {
        row = null;
        if (columns.Length == ColumnCount
            && StrictJson.TryHash(columns[0], out Hash32 teeId)
            && StrictJson.TryHash(columns[1], out Hash32 inputHash)
            && StrictJson.TryHash(columns[2], out Hash32 outputHash)
            && StrictJson.TryBytes(columns[3], SettlementRow.SignatureLengthMax, out byte[] signature)
            && StrictJson.TryDecimal(columns[4], out UInt256 timestamp))
        {
            row = new(teeId, inputHash, outputHash, signature, timestamp);
        }

        return row is not null;
    }

    private static BatchDumpRefusal Check(
        List<Hash32> nodes,
        List<SettlementRow> rows,
        List<int> indexes,
        out BatchDump? dump)
    {
        dump = null;
        if (rows.Count == 0 || nodes.Count != (2 * rows.Count) - 1)
        {
            return BatchDumpRefusal.NodeCountWrong;
        }

        if (indexes.Any(index => index < rows.Count - 1 || index >= nodes.Count)
            || indexes.Distinct().Count() != indexes.Count)
        {
            return BatchDumpRefusal.TreeIndexWrong;
        }

        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Leaf() != nodes[indexes[i]])
            {
                return BatchDumpRefusal.LeafMismatch;
            }
        }

        MerkleTree? tree = MerkleTree.FromNodes([.. nodes], [.. indexes]);
        dump = tree is null ? null : new(rows, tree);
        return tree is null ? BatchDumpRefusal.NodeMismatch : BatchDumpRefusal.Unset;
    }
}
