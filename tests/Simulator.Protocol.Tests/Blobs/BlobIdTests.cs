using FsCheck;
using FsCheck.Fluent;

using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Tests.Blobs;

public sealed class BlobIdTests
{
    /// <summary>SHA-256 of the empty string, FIPS 180-4 example values, in RFC 4648 §5 Base64.</summary>
    [Theory]
    [InlineData("", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU")]
    [InlineData("abc", "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0")]
    public void The_id_of_a_blob_is_a_function_of_its_content(string content, string expected)
    {
        byte[] blob = System.Text.Encoding.ASCII.GetBytes(content);

        Assert.Equal(expected, BlobId.Of(blob).ToString());
        Assert.Equal(expected, BlobId.Of(new MemoryStream(blob)).ToString());
        Assert.Equal(System.Text.Encoding.ASCII.GetBytes(expected), BlobId.Of(blob).OnChainBytes());
    }

    [Fact]
    public void Any_id_parses_to_itself() => Prop.ForAll<byte[]>(blob =>
    {
        BlobId id = BlobId.Of(blob);
        return id.ToString().Length == BlobId.TextLength && BlobId.Parse(id.ToString()) == id;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null, BlobIdRefusal.LengthWrong)]
    [InlineData("", BlobIdRefusal.LengthWrong)]
    [InlineData("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=", BlobIdRefusal.LengthWrong)]
    [InlineData("47DEQpj8HBSa+_TImW-5JCeuQeRkm5NMpJWZG3hSuFU", BlobIdRefusal.CharacterWrong)]
    [InlineData("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFé", BlobIdRefusal.CharacterWrong)]
    [InlineData("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFV", BlobIdRefusal.SpareBitsSet)]
    public void A_text_that_is_no_id_is_refused_by_name(string? text, BlobIdRefusal expected)
    {
        Assert.False(BlobId.TryParse(text, out _, out BlobIdRefusal refusal));
        Assert.Equal(expected, refusal);
    }

    [Fact]
    public void The_default_id_is_that_of_no_blob() => Assert.Equal(Hash32.Zero, default(BlobId).Content);
}
