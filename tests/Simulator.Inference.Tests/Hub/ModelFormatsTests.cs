using Simulator.Inference.Hub;
using Simulator.Inference.Tests.Models;

namespace Simulator.Inference.Tests.Hub;

public sealed class ModelFormatsTests
{
    private static readonly byte[] SavedModel = [8, 1, .. TinyModel.Field(2, [0x0A, 0])];

    public static TheoryData<byte[], ModelFormat> Samples() => new()
    {
        { new HubModel().ToBytes(), ModelFormat.Onnx },
        { ShippedModel.Volatility.Content, ModelFormat.Onnx },
        { [8, 0, 0, 0, 0, 0, 0, 0, .. "{\"a\":{}}"u8, 1, 2, 3], ModelFormat.SafeTensors },
        { [10, 0, 0, 0, 0, 0, 0, 0, .. "{\"a\":{}}  "u8], ModelFormat.SafeTensors },
        { [.. "PK\u0003\u0004"u8, 20, 0, .. "archive/data.pkl"u8], ModelFormat.PyTorchArchive },
        { [.. "PK\u0003\u0004"u8, 20, 0, .. "metadata.json"u8, .. "config.json"u8], ModelFormat.KerasArchive },
        { [0x80, 4, .. "}."u8], ModelFormat.Pickle },
        { [.. "GGUF"u8, 3, 0, 0, 0], ModelFormat.Gguf },
        { [0x89, (byte)'H', (byte)'D', (byte)'F', 13, 10, 26, 10, 0], ModelFormat.Hdf5 },
        { [0x1C, 0, 0, 0, .. "TFL3"u8, 0], ModelFormat.TensorFlowLite },
        { SavedModel, ModelFormat.SavedModel },
        { [], ModelFormat.Unset },
        { [8], ModelFormat.Unset },
        { [.. "hello, world"u8], ModelFormat.Unset },
        { [.. "PK\u0003\u0004"u8, .. "word/document.xml"u8], ModelFormat.Unset },
        { [0xFF, 0, 0, 0, 0, 0, 0, 0, .. "{\"a\":{}}"u8], ModelFormat.Unset },
        { [0x80, 4, .. "}"u8], ModelFormat.Unset },
        { SavedModel[..^1], ModelFormat.Unset },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_format_is_known_by_its_content(byte[] content, ModelFormat format) =>
        Assert.Equal(format, ModelFormats.Recognise(content));

    [Fact]
    public void A_model_that_ends_within_its_graph_is_still_known_as_onnx() =>
        Assert.Equal(ModelFormat.Onnx, ModelFormats.Recognise(ShippedModel.Volatility.Content.AsSpan(0, 9_000)));

    [Fact]
    public void Names_read_back()
    {
        Assert.All(Enum.GetValues<ModelFormat>().Skip(1), format =>
        {
            Assert.True(ModelFormats.TryParse(ModelFormats.NameOf(format), out ModelFormat read));
            Assert.Equal(format, read);
        });
        Assert.False(ModelFormats.TryParse("word", out _));
        Assert.False(ModelFormats.TryParse(null, out _));
    }
}
