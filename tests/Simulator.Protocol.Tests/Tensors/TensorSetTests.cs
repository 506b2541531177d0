using Simulator.Protocol.Tensors;

namespace Simulator.Protocol.Tests.Tensors;

public sealed class TensorSetTests
{
    private static readonly FixedPointTensor Prices = FixedPointTensor.Of("prices", [1.5f, 2], 2);
    private static readonly FixedPointTensor Volumes = FixedPointTensor.Of("volumes", [7f], 1);

    [Fact]
    public void The_hash_does_not_depend_on_the_order_of_tensors() =>
        Assert.Equal(new TensorSet(Prices, Volumes).Hash(), new TensorSet(Volumes, Prices).Hash());

    [Fact]
    public void The_hash_does_not_depend_on_trailing_zeros() =>
        Assert.Equal(
            new TensorSet(Prices).Hash(),
            new TensorSet(new FixedPointTensor("prices", [new FixedPoint(150, 2), new FixedPoint(20, 1)], [2])).Hash());

    [Fact]
    public void The_hash_depends_on_name_value_shape_and_kind()
    {
        TensorSet[] different =
        [
            new(Prices),
            new(Prices with { Name = "price" }),
            new(Prices with { Shape = [1, 2] }),
            new(FixedPointTensor.Of("prices", [1.5f, 2.5f], 2)),
            new(Prices, Volumes),
            new([], [new StringTensor("prices", ["1.5", "2"], [2])]),
            new(),
        ];

        Assert.Equal(different.Length, different.Select(set => set.Hash()).Distinct().Count());
    }

    // Computed with Python's hashlib and struct from the layout that HashedForm documents.
    [Fact]
    public void The_hash_of_a_known_set_is_that_of_its_documented_bytes() =>
        Assert.Equal(
            "31e551020777266fb71a34183160fa28e2c128d54ae3f0d84bd0ee605e91c50a",
            new TensorSet(Prices).Hash().ToBareString());
}
