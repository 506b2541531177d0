using Simulator.Inference.Catalogue;
using Simulator.Inference.Tests.Models;

namespace Simulator.Inference.Tests.Catalogue;

public sealed class ModelStoreTests
{
    [Fact]
    public void The_volatility_model_ships_with_the_program_and_is_smaller_than_a_megabyte()
    {
        ModelLookup.Found found = Assert.IsType<ModelLookup.Found>(ModelStore.Shipped().Find("volatility@1.2"));

        Assert.Equal("volatility@1.2", found.Reference.ToString());
        Assert.InRange(found.Blob.Content.Length, 1, 1_000_000);
        Assert.Equal(found.Blob, ModelStore.Shipped().FindBlob(found.Blob.Sha256));
    }

    [Theory]
    [InlineData("volatility@1.3")]
    [InlineData("volatilty@1.2")]
    [InlineData("volatility")]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    public void An_unknown_model_is_refused_with_the_nearest_name(string reference)
    {
        ModelLookup.Unknown unknown = Assert.IsType<ModelLookup.Unknown>(ModelStore.Shipped().Find(reference));

        Assert.Contains("volatility@1.2", unknown.Nearest);
        Assert.Contains($"'{reference}'", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_without_models_says_so() =>
        Assert.Equal(
            "no model 'a@1'; the store is empty",
            Assert.IsType<ModelLookup.Unknown>(new ModelStore().Find("a@1")).Message);

    [Fact]
    public void A_blob_id_is_the_url_safe_base64_of_the_files_sha256()
    {
        ModelBlob empty = ModelBlob.Of([]);

        // SHA-256 of nothing: FIPS 180-4 example values.
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", empty.Sha256.ToBareString());
        Assert.Equal("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU", empty.BlobId);
        Assert.Equal(43, ShippedModel.Volatility.BlobId.Length);
    }

    [Fact]
    public void A_published_version_never_changes_its_content()
    {
        ModelStore store = new();
        Assert.True(ModelReference.TryParse("m@1", out ModelReference? reference));

        Assert.True(store.TryAdd(reference, ModelBlob.Of([1])));
        Assert.True(store.TryAdd(reference, ModelBlob.Of([1])));
        Assert.False(store.TryAdd(reference, ModelBlob.Of([2])));
    }

    [Theory]
    [InlineData("volatility")]
    [InlineData("volatility@")]
    [InlineData("@1")]
    [InlineData("Volatility@1")]
    [InlineData("a@1@2")]
    [InlineData("a@1.")]
    [InlineData("a b@1")]
    [InlineData("a@1\n")]
    [InlineData(null)]
    public void A_reference_is_a_name_and_a_version(string? text) => Assert.False(ModelReference.TryParse(text, out _));

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"name":"m","version":"1","file":"m.onnx","sha256":"00"}""")]
    [InlineData("""{"name":"m m","version":"1","file":"m.onnx","sha256":"00"}""")]
    [InlineData("""{"name":"m","version":"1","file":"absent.onnx","sha256":"00"}""")]
    public void A_damaged_card_or_model_file_is_named(string card)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "model.json"), card);
            File.WriteAllBytes(Path.Combine(folder.FullName, "m.onnx"), [1, 2, 3]);

            Func<object> load = () => ModelStore.FromFolder(folder.FullName);

            InvalidDataException problem = Assert.Throws<InvalidDataException>(load);
            Assert.Contains(folder.FullName, problem.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
