using System.Text;

using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;

namespace Simulator.Protocol.Tests.Settlement;

public sealed class SettlementHeaderTests
{
    private const string Id = "1111111111111111111111111111111111111111111111111111111111111111";
    private const string Payer = "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf";
    private const string Required = "Missing required settlement field. Expected one of: ";

    private static readonly string BatchJson =
        $"{{\"tee_id\":\"0x{Id}\",\"input_hash\":\"{SettlementSample.InputHash.ToBareString()}\"," +
        $"\"output_hash\":\"{SettlementSample.OutputHash.ToBareString()}\",\"tee_signature\":\"q6urqw==\"," +
        "\"tee_timestamp\":1770000000,\"timestamp\":1770000000}";

    private static readonly string IndividualJson =
        BatchJson[..^1].Replace("\"timestamp\":1770000000", "\"timestamp\":\"1770000001\"", StringComparison.Ordinal) +
        $",\"input\":{{\"model\": \"gpt-5\", \"temperature\": 1.0}},\"output\":null,\"eth_address\":\"{Payer}\"}}";

    [Theory]
    [InlineData("private", SettlementType.Private)]
    [InlineData(" Pivate ", SettlementType.Private)]
    [InlineData("BATCH", SettlementType.Batch)]
    [InlineData("individual", SettlementType.Individual)]
    [InlineData("inidvidual", SettlementType.Individual)]
    public void Known_spellings_of_the_type_mean_the_same_to_gateway_and_facilitator(
        string header, SettlementType expected)
    {
        Assert.True(SettlementTypes.TryParse(header, out SettlementType type, out _));
        Assert.Equal(expected, type);
        Assert.Equal(expected, SettlementTypes.AtGateway(header));
    }

    [Fact]
    public void An_unknown_type_is_batch_to_the_gateway_and_an_error_to_the_facilitator()
    {
        Assert.Equal(SettlementType.Batch, SettlementTypes.AtGateway("settle-metadata"));
        Assert.Equal(SettlementType.Batch, SettlementTypes.AtGateway(null));
        Assert.False(SettlementTypes.TryParse("settle-metadata", out _, out SettlementDataRefusal? refusal));
        Assert.Equal("Unsupported x-settlement-type: settle-metadata", refusal!.Message);
        Assert.Equal(400, refusal.HttpStatus);
    }

    [Fact]
    public void A_batch_header_becomes_the_row_of_the_published_vector()
    {
        Assert.True(SettlementData.TryParse(SettlementType.Batch, Base64(BatchJson), out SettlementData? data, out _));
        Assert.True(data.TryRow(out SettlementRow? row, out _));
        Assert.Equal(SettlementSample.Rows[0], row);
    }

    [Fact]
    public void An_individual_header_counts_its_own_timestamp_and_publishes_what_JavaScript_would()
    {
        Assert.True(
            SettlementData.TryParse(
                SettlementType.Individual, Base64(IndividualJson), out SettlementData? data, out _));

        Assert.Equal((UInt256)1770000001UL, data.Timestamp);
        Assert.Equal(
            "{\"input\":{\"model\":\"gpt-5\",\"temperature\":1},\"output\":null,\"teeSignature\":\"q6urqw==\"," +
            $"\"teeId\":\"0x{Id}\",\"timestamp\":\"1770000001\",\"ethAddress\":\"{Payer}\"}}",
            Encoding.UTF8.GetString(IndividualBlob.Json(data)));
        Assert.Equal(BlobId.Of(IndividualBlob.Json(data)), IndividualBlob.Id(data));
    }

    [Fact]
    public void Headers_written_here_read_back_the_same()
    {
        foreach ((SettlementType type, string json) in ((SettlementType, string)[])
            [(SettlementType.Batch, BatchJson), (SettlementType.Individual, IndividualJson)])
        {
            Assert.True(SettlementData.TryParse(type, Base64(json), out SettlementData? data, out _));
            Assert.True(SettlementData.TryParse(type, data.Header(), out SettlementData? again, out _));
            Assert.Equal(data, again);
        }
    }

    [Theory]
    [InlineData(null, "Missing x-settlement-data header for settlement type", 400)]
    [InlineData("", "Missing x-settlement-data header for settlement type", 400)]
    [InlineData("!!!", "x-settlement-data must be base64 encoded JSON", 400)]
    [InlineData("bnVsbA==", "x-settlement-data must decode to a JSON object", 400)]
    [InlineData("W10=", Required + "tee_id", 400)]
    public void A_header_that_is_no_object_is_refused_in_the_facilitators_words(
        string? header, string message, int status)
    {
        Assert.False(SettlementData.TryParse(SettlementType.Batch, header, out _, out SettlementDataRefusal? refusal));
        Assert.Equal((message, status), (refusal.Message, refusal.HttpStatus));
    }

    [Theory]
    [InlineData("\"tee_id\"", "\"teeId\"", Required + "tee_id", 400)]
    [InlineData("\"0x1111", "\"0x111", "Invalid teeId: expected bytes32 hex value", 500)]
    [InlineData("\"input_hash\"", "\"inputHash\"", Required + "input_hash", 400)]
    [InlineData("\"q6urqw==\"", "\"\"", Required + "tee_signature", 400)]
    [InlineData(
        "\"tee_timestamp\":1770000000",
        "\"tee_timestamp\":-1",
        "Invalid uint256 field. Expected non-negative integer for: tee_timestamp",
        500)]
    [InlineData(
        "\"tee_timestamp\":1770000000",
        "\"tee_timestamp\":1.5",
        "Invalid uint256 field. Expected non-negative integer for: tee_timestamp",
        500)]
    [InlineData(
        "\"tee_timestamp\":1770000000",
        "\"tee_timestamp\":9007199254740992",
        "Invalid uint256 field. Expected non-negative integer for: tee_timestamp",
        500)]
    [InlineData(
        "\"tee_timestamp\":1770000000",
        "\"tee_timestamp\":true",
        "Invalid uint256 field. Expected string or number for: tee_timestamp",
        500)]
    [InlineData(
        "\"tee_timestamp\":1770000000",
        "\"tee_timestamp\":\" \"",
        "Invalid uint256 field. Empty value for: tee_timestamp",
        500)]
    [InlineData(
        "\"tee_timestamp\":1770000000",
        "\"tee_timestamp\":\"1e3\"",
        "Invalid uint256 value for: tee_timestamp",
        500)]
    [InlineData("\"1770000001\"", "\"-1\"", "Invalid uint256 value for: timestamp", 500)]
    [InlineData("\"input\"", "\"entrada\"", Required + "input", 400)]
    [InlineData("\"output\"", "\"salida\"", Required + "output", 400)]
    [InlineData("0x7E5F", "0x7e5F", "Invalid EVM address for: eth_address", 500)]
    public void Each_bad_member_is_refused_in_the_facilitators_words(
        string find, string put, string message, int status)
    {
        string json = IndividualJson.Replace(find, put, StringComparison.Ordinal);

        Assert.False(
            SettlementData.TryParse(
                SettlementType.Individual, Base64(json), out _, out SettlementDataRefusal? refusal));
        Assert.Equal((message, status), (refusal.Message, refusal.HttpStatus));
    }

    [Theory]
    [InlineData("\"0x6a\"", 106)]
    [InlineData("\" 0106 \"", 106)]
    [InlineData("1.06e2", 106)]
    public void Timestamps_are_read_in_every_form_the_facilitator_reads(string literal, int expected)
    {
        string json = BatchJson.Replace(
            "\"tee_timestamp\":1770000000", $"\"tee_timestamp\":{literal}", StringComparison.Ordinal);

        Assert.True(SettlementData.TryParse(SettlementType.Batch, Base64(json), out SettlementData? data, out _));
        Assert.Equal((UInt256)(ulong)expected, data.Timestamp);
    }

    [Fact]
    public void A_malformed_hash_passes_the_header_and_fails_the_batch()
    {
        string json = BatchJson.Replace(SettlementSample.InputHash.ToBareString(), "beef", StringComparison.Ordinal);

        Assert.True(SettlementData.TryParse(SettlementType.Batch, Base64(json), out SettlementData? data, out _));
        Assert.False(data.TryRow(out _, out SettlementDataRefusal? refusal));
        Assert.Equal("Invalid inputHash: expected bytes32 hex value", refusal.Message);
    }

    [Fact]
    public void The_placeholder_signature_puts_one_byte_into_the_leaf()
    {
        string json = BatchJson.Replace("q6urqw==", SettlementData.PlaceholderSignature, StringComparison.Ordinal);

        Assert.True(SettlementData.TryParse(SettlementType.Batch, Base64(json), out SettlementData? data, out _));
        Assert.True(data.TryRow(out SettlementRow? row, out _));
        Assert.Equal([0xd3], row.TeeSignature);
    }

    private static string Base64(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json));
}
