using FsCheck;
using FsCheck.Fluent;
using Simulator.Inference.Inspection;
using Simulator.Inference.Tests.Models;

namespace Simulator.Inference.Tests.Inspection;

public sealed class OnnxFileTests
{
    // Opset import, and a graph with one initialiser whose data_location is EXTERNAL (onnx.proto field 14).
    private static readonly byte[] WithExternalData = [0x08, 8, 0x42, 2, 0x10, 13, 0x3A, 4, 0x2A, 2, 0x70, 1];

    [Fact]
    public void The_shipped_model_shows_its_opset_and_operators()
    {
        OnnxInspection inspection = OnnxFile.Inspect(ShippedModel.Volatility.Content);

        OnnxInspection.Readable model = Assert.IsType<OnnxInspection.Readable>(inspection);

        Assert.Equal(8, model.IrVersion);
        Assert.Equal([new KeyValuePair<string, long>("", 13)], model.Opsets);
        Assert.Equal(3, model.Operators["MatMul"]);
        Assert.Equal(2, model.Operators["Tanh"]);
        Assert.Equal("volatility", model.Metadata["name"]);
        Assert.False(model.ExternalData);
    }

    [Fact]
    public void Weights_in_another_file_are_seen() =>
        Assert.True(Assert.IsType<OnnxInspection.Readable>(OnnxFile.Inspect(WithExternalData)).ExternalData);

    [Fact]
    public void Graphs_nested_without_end_are_refused()
    {
        byte[] nested = [];
        for (int depth = 0; depth < 100; depth++)
        {
            nested = TinyModel.Field(1, TinyModel.Field(5, TinyModel.Field(6, nested)));
        }

        OnnxInspection inspection = OnnxFile.Inspect(TinyModel.Field(7, nested));

        OnnxInspection.Malformed malformed = Assert.IsType<OnnxInspection.Malformed>(inspection);
        Assert.Contains("nested", malformed.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void No_bytes_make_the_inspection_throw()
    {
        Prop.ForAll<byte[]>(bytes => OnnxFile.Inspect(bytes) is not null).QuickCheckThrowOnFailure();
        Prop.ForAll<int, byte>((position, value) =>
        {
            byte[] changed = [.. ShippedModel.Volatility.Content];
            changed[(position & int.MaxValue) % changed.Length] = value;
            return OnnxFile.Inspect(changed) is not null;
        }).QuickCheckThrowOnFailure();
    }
}
