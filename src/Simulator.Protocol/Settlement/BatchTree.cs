using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Settlement;

/// <summary>A settled batch: its rows and the tree over them. The dump is the blob whose id goes on chain.</summary>
public sealed class BatchTree
{
    /// <summary>The largest dump read here: a batch of 20 rows takes about 20 KB.</summary>
    public const int DumpLengthMax = 4 * 1024 * 1024;

    /// <summary>Column types of a row.</summary>
    public static readonly IReadOnlyList<string> LeafEncoding = ["bytes32", "bytes32", "bytes32", "bytes", "uint256"];

    internal const string Format = "standard-v1";

    private readonly MerkleTree tree;

    private BatchTree(IReadOnlyList<SettlementRow> rows, MerkleTree tree)
    {
        Rows = rows;
        this.tree = tree;
    }

    public IReadOnlyList<SettlementRow> Rows { get; }

    public Hash32 Root => tree.Root;

    /// <summary>2n−1 nodes, the root first.</summary>
    public IReadOnlyList<Hash32> Nodes => tree.Nodes;

    /// <summary>Where each row's leaf stands among the nodes.</summary>
    public IReadOnlyList<int> TreeIndexes => tree.TreeIndexes;

    /// <param name="rows">At least one row. Equal rows are allowed: the network does not look for duplicates.</param>
    public static BatchTree Build(IReadOnlyList<SettlementRow> rows) =>
        new([.. rows], MerkleTree.Build([.. rows.Select(row => row.Leaf())]));

    /// <summary>Reads a dump and checks every hash in it, as the tree library's own <c>load</c> does.</summary>
    /// <remarks>Stricter than that library in form: no unknown members, and each row has a leaf of its own.</remarks>
    public static bool TryLoad(
        ReadOnlyMemory<byte> json,
        [NotNullWhen(true)] out BatchTree? batch,
        out BatchDumpRefusal refusal)
    {
        refusal = BatchDump.Read(json, out BatchDump? dump);
        batch = refusal == BatchDumpRefusal.Unset ? new(dump!.Rows, dump.Tree) : null;
        return batch is not null;
    }

    /// <summary>The proof of one row.</summary>
    public IReadOnlyList<Hash32> Proof(int row) => tree.Proof(row);

    /// <summary>The bytes that <c>JSON.stringify(tree.dump())</c> gives.</summary>
    public byte[] DumpJson()
    {
        StringBuilder json = new("{\"format\":\"standard-v1\",\"leafEncoding\":[");
        json.AppendJoin(',', LeafEncoding.Select(type => $"\"{type}\"")).Append("],\"tree\":[");
        json.AppendJoin(',', Nodes.Select(node => $"\"{node}\"")).Append("],\"values\":[");
        json.AppendJoin(',', Rows.Select(ValueJson)).Append("]}");
        return Encoding.ASCII.GetBytes(json.ToString());
    }

    private string ValueJson(SettlementRow row, int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"value\":[\"{row.TeeId}\",\"{row.InputHash}\",\"{row.OutputHash}\",\"{Hex.Encode(row.TeeSignature)}\"," +
        $"\"{row.Timestamp}\"],\"treeIndex\":{TreeIndexes[index]}}}");
}
