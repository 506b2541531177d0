using System.Globalization;
using Simulator.Actors.Storage;
using Simulator.Kernel;
using Simulator.Protocol.Blobs;

namespace Simulator.Actors.Tests.Storage;

/// <summary>Blobs lie where their ids say: evenly, the same for everybody, and they stay when the network grows.</summary>
public sealed class BlobPlacementTests
{
    private const int Blobs = 2_000;

    [Fact]
    public void Every_blob_has_as_many_different_replicas_as_its_groups_say()
    {
        BlobPlacement placement = new([Shelf("good", 5, 3), Shelf("small", 2, 3)]);

        Assert.All(Some(100), blob =>
        {
            string[] names = [.. placement.ReplicasOf(blob).Select(node => node.Name)];
            Assert.Equal(5, names.Distinct().Count());
            Assert.Equal(3, names.Count(name => name.StartsWith("good/", StringComparison.Ordinal)));
        });
    }

    [Fact]
    public void Nodes_hold_equal_shares()
    {
        BlobPlacement placement = new([Shelf("good", 4, 1)]);

        int[] held = [.. Some(Blobs).GroupBy(blob => placement.ReplicasOf(blob)[0].Name).Select(group => group.Count())];

        // Four standard deviations of a binomial count with n = 2000, p = 1/4: 77.
        Assert.Equal(4, held.Length);
        Assert.All(held, count => Assert.InRange(count, 500 - 78, 500 + 78));
    }

    [Fact]
    public void A_node_more_takes_blobs_over_and_moves_no_others()
    {
        BlobPlacement before = new([Shelf("good", 4, 1)]);
        BlobPlacement after = new([Shelf("good", 5, 1)]);

        string[] newPlaces =
        [
            .. Some(Blobs).Where(blob => before.ReplicasOf(blob)[0] != after.ReplicasOf(blob)[0])
                .Select(blob => after.ReplicasOf(blob)[0].Name),
        ];

        Assert.InRange(newPlaces.Length, 400 - 72, 400 + 72);
        Assert.All(newPlaces, name => Assert.Equal("good/5", name));
    }

    [Fact]
    public void Clients_ask_the_same_nodes_in_orders_of_their_own()
    {
        BlobPlacement placement = new([Shelf("good", 4, 4)]);
        BlobId blob = Some(1).Single();

        string[] first = [.. Enumerable.Range(0, 64).Select(client => placement.AskingOrder(blob, $"client/{client}")[0].Name)];

        Assert.Equal(4, first.Distinct().Count());
        Assert.Equal(
            placement.ReplicasOf(blob).Select(node => node.Name).Order(StringComparer.Ordinal),
            placement.AskingOrder(blob, "client/1").Select(node => node.Name).Order(StringComparer.Ordinal));
        Assert.Equal(placement.AskingOrder(blob, "client/1"), placement.AskingOrder(blob, "client/1"));
    }

    private static StorageShelf Shelf(string group, int count, int replicas) => new(
        [.. Enumerable.Range(1, count).Select(number => new KnownStorage($"{group}/{number}", new ActorRef(number)))],
        replicas);

    private static IEnumerable<BlobId> Some(int count) =>
        Enumerable.Range(0, count).Select(number =>
            BlobId.Of(System.Text.Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture))));
}
