using System.Text;

using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;

namespace Simulator.Protocol.Tests.Settlement;

/// <summary>The vector was computed with @openzeppelin/merkle-tree 1.0.8.</summary>
public sealed class BatchTreeTests
{
    private static readonly Hash32 Root =
        Hash32.Parse("0x144c4be057e3db486da5861788e8a1da40d3f1eb0cf0b7696cec6258b8bb589d");

    private static readonly Hash32[] Leaves =
    [
        Hash32.Parse("0xc23edb1195111bd84c4fc6a244eff6fec826f488d39249dd7cf7477dc56c9a02"),
        Hash32.Parse("0x6616d98d6e41cb9fbf20960fb91fea021e3aa9a1a46feb6fbf701d7dcf266be7"),
        Hash32.Parse("0x872a79348d694d4ca5b547204cd02bcc9639d4c04f517261ac1562fce9227935"),
    ];

    private static readonly Hash32 Inner =
        Hash32.Parse("0x6c7cc11a62d8ccfccdbddd5d55dd00d5d89944bc77d79d893a87a82a6acba7c8");

    [Fact]
    public void The_tree_of_three_rows_is_as_published()
    {
        BatchTree batch = BatchTree.Build(SettlementSample.Rows);

        Assert.Equal(224, SettlementSample.Rows[0].AbiEncode().Length);
        Assert.Equal(Leaves, SettlementSample.Rows.Select(row => row.Leaf()));
        Assert.Equal(Root, batch.Root);
        Assert.Equal([Root, Inner, Leaves[0], Leaves[2], Leaves[1]], batch.Nodes);
        Assert.Equal([2, 4, 3], batch.TreeIndexes);
        Assert.Equal([Inner], batch.Proof(0));
        Assert.Equal([Leaves[2], Leaves[0]], batch.Proof(1));
        Assert.Equal([Leaves[1], Leaves[0]], batch.Proof(2));
    }

    [Fact]
    public void The_root_of_one_row_is_its_leaf_and_its_proof_is_empty()
    {
        BatchTree batch = BatchTree.Build(SettlementSample.Rows[..1]);

        Assert.Equal(Leaves[0], batch.Root);
        Assert.Empty(batch.Proof(0));
        Assert.True(MerkleTree.Verify(Leaves[0], [], Leaves[0]));
        Assert.False(MerkleTree.Verify(Leaves[1], [], Leaves[0]));
    }

    [Fact]
    public void The_legacy_tree_has_two_columns()
    {
        (Hash32 input, Hash32 output) = (SettlementSample.InputHash, SettlementSample.OutputHash);

        Assert.Equal(
            Hash32.Parse("0xaa520dd53d868acd9ea449d65d4c23b07d24aa694983f2cb25467cd6fa76a14e"),
            LegacyTree.Build([(input, output), (output, input)]).Root);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(33)]
    public void Every_row_is_proven_under_its_root_and_nothing_else_is(int count)
    {
        BatchTree batch = BatchTree.Build([.. Enumerable.Range(0, count).Select(n => SettlementSample.Arbitrary(n))]);

        for (int row = 0; row < count; row++)
        {
            IReadOnlyList<Hash32> proof = batch.Proof(row);
            Assert.True(MerkleTree.Verify(batch.Rows[row].Leaf(), proof, batch.Root));
            Assert.False(MerkleTree.Verify(SettlementSample.Arbitrary(1000).Leaf(), proof, batch.Root));
            Assert.False(MerkleTree.Verify(batch.Rows[row].Leaf(), [.. proof, batch.Root], batch.Root));
        }
    }

    [Fact]
    public void The_order_of_rows_moves_only_their_indexes()
    {
        SettlementRow[] rows = [.. Enumerable.Range(0, 20).Select(n => SettlementSample.Arbitrary(n))];

        Assert.Equal(BatchTree.Build(rows).Nodes, BatchTree.Build([.. rows.Reverse()]).Nodes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    public void A_dump_loads_to_the_tree_it_came_from(int count)
    {
        BatchTree batch = BatchTree.Build(
            [.. Enumerable.Range(0, count).Select(n => SettlementSample.Arbitrary(n, n))]);

        Assert.True(BatchTree.TryLoad(batch.DumpJson(), out BatchTree? loaded, out _));
        Assert.Equal(batch.Rows, loaded.Rows);
        Assert.Equal(batch.Nodes, loaded.Nodes);
        Assert.Equal(batch.TreeIndexes, loaded.TreeIndexes);
        Assert.Equal(batch.DumpJson(), loaded.DumpJson());
    }

    [Fact]
    public void Equal_rows_have_leaves_of_their_own()
    {
        BatchTree batch = BatchTree.Build([SettlementSample.Rows[0], SettlementSample.Rows[0]]);
        string twice = Encoding.ASCII.GetString(batch.DumpJson()).Replace(
            "\"treeIndex\":1", "\"treeIndex\":2", StringComparison.Ordinal);

        Assert.Equal([2, 1], batch.TreeIndexes);
        Assert.Equal(BatchDumpRefusal.TreeIndexWrong, Refusal(twice));
    }

    [Theory]
    [InlineData("[]", BatchDumpRefusal.UnexpectedShape)]
    [InlineData("{", BatchDumpRefusal.NotJson)]
    [InlineData("{}", BatchDumpRefusal.UnexpectedShape)]
    [InlineData("{\"format\":\"standard-v1\",\"format\":\"standard-v1\"}", BatchDumpRefusal.NotJson)]
    [InlineData("[[[[[[[[]]]]]]]]", BatchDumpRefusal.NotJson)]
    [InlineData(
        "{\"format\":\"simple-v1\",\"leafEncoding\":[],\"tree\":[],\"values\":[]}", BatchDumpRefusal.UnknownFormat)]
    [InlineData(
        "{\"format\":\"standard-v1\",\"leafEncoding\":[\"bytes32\"],\"tree\":[],\"values\":[]}",
        BatchDumpRefusal.UnknownLeafEncoding)]
    [InlineData(
        "{\"format\":\"standard-v1\",\"leafEncoding\":[\"bytes32\",\"bytes32\",\"bytes32\",\"bytes\",\"uint256\"]," +
        "\"tree\":[],\"values\":[]}",
        BatchDumpRefusal.NodeCountWrong)]
    public void A_dump_of_another_shape_is_refused_by_name(string json, BatchDumpRefusal expected) =>
        Assert.Equal(expected, Refusal(json));

    [Fact]
    public void A_dump_beyond_the_size_limit_is_refused_unread()
    {
        byte[] large = new byte[BatchTree.DumpLengthMax + 1];

        Assert.False(BatchTree.TryLoad(large, out _, out BatchDumpRefusal refusal));
        Assert.Equal(BatchDumpRefusal.DumpTooLarge, refusal);
    }

    private static BatchDumpRefusal Refusal(string json)
    {
        BatchTree.TryLoad(Encoding.UTF8.GetBytes(json), out _, out BatchDumpRefusal refusal);
        return refusal;
    }
}
