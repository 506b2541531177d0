using System.Text;
using System.Text.Json;

using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Protocol.Tests.NodePeers;
using Simulator.Protocol.Tests.Vectors;

namespace Simulator.Protocol.Tests.Settlement;

/// <summary>Against @openzeppelin/merkle-tree 1.0.8: root, every proof, and the dump byte for byte.</summary>
public sealed class MerklePeerTests
{
    [NodeFact]
    public void The_peer_builds_the_same_trees_and_loads_the_dumps_made_here()
    {
        BatchTree[] batches = [.. Enumerable.Range(1, 45).Select(count => BatchTree.Build(Rows(count)))];

        JsonElement answer = NodePackage.Peers.Run("merkle.cjs", new { trees = batches.Select(ForPeer) });

        for (int i = 0; i < batches.Length; i++)
        {
            JsonElement tree = answer.GetProperty("trees")[i];
            Assert.Equal(batches[i].Root.ToString(), tree.Text("root"));
            Assert.Equal(batches[i].Root.ToString(), tree.Text("loadedRoot"));
            Assert.Equal(Encoding.ASCII.GetString(batches[i].DumpJson()), tree.Text("dump"));
            Assert.Equal(Proofs(batches[i]), tree.GetProperty("proofs").EnumerateArray().Select(Texts));
        }
    }

    [NodeFact]
    public void The_peer_builds_the_same_legacy_trees()
    {
        (Hash32, Hash32)[][] trees = [.. Enumerable.Range(1, 20).Select(count =>
            Rows(count).Select(row => (row.InputHash, row.OutputHash)).ToArray())];
        object input = new
        {
            trees = trees.Select(rows => new
            {
                types = new[] { "bytes32", "bytes32" },
                rows = rows.Select(row => new[] { row.Item1.ToString(), row.Item2.ToString() }),
                dump = (string?)null,
            }),
        };

        JsonElement answer = NodePackage.Peers.Run("merkle.cjs", input);

        for (int i = 0; i < trees.Length; i++)
        {
            Assert.Equal(LegacyTree.Build(trees[i]).Root.ToString(), answer.GetProperty("trees")[i].Text("root"));
        }
    }

    /// <summary>Every fifth tree repeats a row: duplicates are allowed.</summary>
    private static SettlementRow[] Rows(int count) => [.. Enumerable.Range(0, count).Select(n =>
        SettlementSample.Arbitrary((count * 100) + (count % 5 == 0 ? n / 2 * 2 : n), n * 13 % 300))];

    private static object ForPeer(BatchTree batch) => new
    {
        types = BatchTree.LeafEncoding,
        rows = batch.Rows.Select(row => new[]
        {
            row.TeeId.ToString(),
            row.InputHash.ToString(),
            row.OutputHash.ToString(),
            Hex.Encode(row.TeeSignature),
            row.Timestamp.ToString(),
        }),
        dump = Encoding.ASCII.GetString(batch.DumpJson()),
    };

    private static IEnumerable<string[]> Proofs(BatchTree batch) =>
        Enumerable.Range(0, batch.Rows.Count).Select(row => batch.Proof(row).Select(node => node.ToString()).ToArray());

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString()!)];
}
