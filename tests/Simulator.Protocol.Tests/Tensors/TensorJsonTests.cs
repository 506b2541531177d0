using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Simulator.Protocol.Tensors;

namespace Simulator.Protocol.Tests.Tensors;

public sealed class TensorJsonTests
{
    private static readonly TensorSet Example = new(
        [FixedPointTensor.Of("returns", [1.5f, -0.001f], 1, 2)],
        [new StringTensor("pair", ["ETH/USD"], [1])]);

    [Fact]
    public void Tensors_are_written_as_Pythons_json_writes_them_with_sorted_keys() =>
        Assert.Equal(
            """{"numbers": [{"name": "returns", "shape": [1, 2], "values": [{"decimals": 1, "value": 15}, """
            + """{"decimals": 3, "value": -1}]}], "strings": [{"name": "pair", "shape": [1], "values": ["ETH/USD"]}]}""",
            Encoding.UTF8.GetString(TensorJson.Write(Example)));

    [Fact]
    public void Texts_without_a_shape_as_the_contract_sends_them_are_a_plain_list()
    {
        TensorReading reading = TensorJson.Parse("""{"strings":[{"name":"pair","values":["a","b"]}]}"""u8.ToArray());

        Assert.Equal(
            new TensorSet([], [new StringTensor("pair", ["a", "b"], [2])]),
            Assert.IsType<TensorReading.Read>(reading).Tensors);
    }

    [Fact]
    public void What_was_written_reads_back_as_the_same_set() =>
        Assert.Equal(Example, Assert.IsType<TensorReading.Read>(TensorJson.Parse(TensorJson.Write(Example))).Tensors);

    [Fact]
    public void A_value_at_either_end_of_int128_survives()
    {
        TensorSet ends = new(new FixedPointTensor("x", [new(Int128.MaxValue, 0), new(Int128.MinValue, 18)], [2]));

        Assert.Equal(ends, Assert.IsType<TensorReading.Read>(TensorJson.Parse(TensorJson.Write(ends))).Tensors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"numbers":{}}""")]
    [InlineData("""{"number":[]}""")]
    [InlineData("""{"numbers":[],"numbers":[]}""")]
    [InlineData("""{"numbers":[{"values":[],"shape":[]}]}""")]
    [InlineData("""{"numbers":[{"name":"x"}]}""")]
    [InlineData("""{"numbers":[{"name":"x","values":[1.5],"shape":[1]}]}""")]
    [InlineData("""{"numbers":[{"name":"x","values":[{"value":1.5,"decimals":0}],"shape":[1]}]}""")]
    [InlineData("""{"numbers":[{"name":"x","values":[{"value":1e3,"decimals":0}],"shape":[1]}]}""")]
    [InlineData("""{"numbers":[{"name":"x","values":[{"value":"1","decimals":0}],"shape":[1]}]}""")]
    [InlineData("""{"numbers":[{"name":"x","values":[{"value":1}],"shape":[1]}]}""")]
    [InlineData("""{"numbers":[{"name":"x","values":[{"value":1,"decimals":99999999999}],"shape":[1]}]}""")]
    [InlineData("""{"numbers":[{"name":"x","values":[{"value":1,"decimals":19}],"shape":[1]}]}""")]
    [InlineData("""{"numbers":[{"name":"x","values":[{"value":1,"decimals":-1}],"shape":[1]}]}""")]
    [InlineData("""{"numbers":[{"name":"x","values":[{"value":1,"decimals":0}]}]}""")]
    [InlineData("""{"numbers":[{"name":"x","values":[{"value":1,"decimals":0}],"shape":[2]}]}""")]
    [InlineData("""{"strings":[{"name":"x","values":["1"],"shape":[2]}]}""")]
    [InlineData("""{"numbers":[{"name":"x","values":[],"shape":[4294967295,4294967295,4294967295]}]}""")]
    [InlineData("""{"numbers":[{"name":"x","values":[],"shape":[-1]}]}""")]
    [InlineData("""{"numbers":[{"name":"x","values":[],"shape":[1,1,1,1,1,1,1,1,1]}]}""")]
    [InlineData("""{"numbers":[{"name":"\ud800","values":[],"shape":[]}]}""")]
    [InlineData("""{"numbers":[[[[[[[[]]]]]]]]}""")]
    public void Anything_else_is_refused_with_a_reason(string json) =>
        Assert.NotEmpty(Assert.IsType<TensorReading.Malformed>(TensorJson.Parse(Encoding.UTF8.GetBytes(json))).Problem);

    [Fact]
    public void A_value_one_beyond_int128_is_refused()
    {
        string value = """{"value":170141183460469231731687303715884105728,"decimals":0}""";
        string json = $$"""{"numbers":[{"name":"x","values":[{{value}}],"shape":[1]}]}""";

        Assert.IsType<TensorReading.Malformed>(TensorJson.Parse(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void Changing_any_single_byte_never_throws()
    {
        byte[] written = TensorJson.Write(Example);

        Prop.ForAll<int, byte>((position, value) =>
        {
            byte[] changed = [.. written];
            changed[(position & int.MaxValue) % changed.Length] = value;
            return TensorJson.Parse(changed) is not null;
        }).QuickCheckThrowOnFailure();
    }
}
