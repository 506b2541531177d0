using System.Text;
using System.Text.Json.Nodes;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.X402.Messages;

/// <summary>Members and both spellings: protocol facts §6.3.</summary>
public sealed class UsageMetadataTests
{
    private static readonly UsageMetadata Usage = new()
    {
        SessionId = "6d3c",
        RequestCount = 3,
        CostOpg = 1_000_000UL,
        CostUsd = "0.25",
        InputTokens = 10,
        OutputTokens = 4,
        TotalTokens = 14,
        Service = "tee",
        Method = "POST",
        Path = "/v1/chat/completions",
        Model = "volatility@1.2",
        SettlementType = "batch",
        Network = "eip155:8453",
        Asset = "OPG",
        IsStreaming = true,
    };

    [Fact]
    public void It_is_written_in_camel_case_and_reads_back()
    {
        string json = new FacilitatorRequest(Payments.Upto(), Payments.UptoRequirements, Usage).ToJson();

        Assert.EndsWith(
            """
            ,"usageMetadata":{"sessionId":"6d3c","requestCount":3,"costOpg":"1000000","costUsd":"0.25",
            "inputTokens":10,"outputTokens":4,"totalTokens":14,"service":"tee","method":"POST",
            "path":"/v1/chat/completions","model":"volatility@1.2","settlementType":"batch",
            "network":"eip155:8453","asset":"OPG","isStreaming":true}}
            """.ReplaceLineEndings(""),
            json,
            StringComparison.Ordinal);
        Assert.Equal(Usage, Read(json)!.UsageMetadata);
    }

    [Fact]
    public void Snake_case_is_read_as_well_and_absent_members_stay_absent()
    {
        string usage = """
            {"session_id":"6d3c","request_count":3,"cost_opg":"0x10","cost_usd":"1","input_tokens":1,
             "output_tokens":2,"total_tokens":3,"settlement_type":"private","is_streaming":false,"other":[]}
            """;
        UsageMetadata expected = new()
        {
            SessionId = "6d3c",
            RequestCount = 3,
            CostOpg = 16UL,
            CostUsd = "1",
            InputTokens = 1,
            OutputTokens = 2,
            TotalTokens = 3,
            SettlementType = "private",
            IsStreaming = false,
        };

        Assert.Equal(expected, Read(With(usage))!.UsageMetadata);
        Assert.Equal(new UsageMetadata(), Read(With("{}"))!.UsageMetadata);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"sessionId":1}""")]
    [InlineData("""{"requestCount":-1}""")]
    [InlineData("""{"requestCount":1.5}""")]
    [InlineData("""{"cost_opg":"-1"}""")]
    [InlineData("""{"costOpg":1}""")]
    [InlineData("""{"isStreaming":"yes"}""")]
    public void Anything_malformed_refuses_the_whole_request(string usage) => Assert.Null(Read(With(usage)));

    private static FacilitatorRequest? Read(string json) =>
        FacilitatorRequest.FromJson(Encoding.UTF8.GetBytes(json)).TryGet(out FacilitatorRequest? request)
            ? request
            : null;

    private static string With(string usage)
    {
        string json = new FacilitatorRequest(Payments.Upto(), Payments.UptoRequirements).ToJson();
        JsonObject body = JsonNode.Parse(json)!.AsObject();
        body["usageMetadata"] = JsonNode.Parse(usage);
        return body.ToJsonString();
    }
}
