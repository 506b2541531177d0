using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>The network's extension of <c>/settle</c>: what the settled amount was for. Every member may be absent.</summary>
/// <remarks>
/// Read in camelCase or snake_case, the first winning where both are there; written in camelCase. The facilitator
/// records it when the settlement succeeds and checks nothing of it. Source: protocol facts §6.1, §6.3.
/// </remarks>
public sealed record UsageMetadata
{
    /// <summary>The gateway's session.</summary>
    public string? SessionId { get; init; }

    /// <summary>Requests the amount covers.</summary>
    public int? RequestCount { get; init; }

    /// <summary>Atomic units of OPG.</summary>
    public UInt256? CostOpg { get; init; }

    /// <summary>Decimal text, as the gateway priced it.</summary>
    public string? CostUsd { get; init; }

    public int? InputTokens { get; init; }

    public int? OutputTokens { get; init; }

    public int? TotalTokens { get; init; }

    public string? Service { get; init; }

    /// <summary>HTTP method of the paid route.</summary>
    public string? Method { get; init; }

    /// <summary>Path of the paid route.</summary>
    public string? Path { get; init; }

    public string? Model { get; init; }

    /// <summary>How the evidence was to be settled; see <c>X-SETTLEMENT-TYPE</c>.</summary>
    public string? SettlementType { get; init; }

    /// <summary>CAIP-2 name of the chain that paid.</summary>
    public string? Network { get; init; }

    public string? Asset { get; init; }

    public bool? IsStreaming { get; init; }

    internal static UsageMetadata From(JsonMembers members) => new()
    {
        SessionId = Text(members, "sessionId", "session_id"),
        RequestCount = Count(members, "requestCount", "request_count"),
        CostOpg = Spelling(members, "costOpg", "cost_opg") is { } cost ? members.Number(cost) : null,
        CostUsd = Text(members, "costUsd", "cost_usd"),
        InputTokens = Count(members, "inputTokens", "input_tokens"),
        OutputTokens = Count(members, "outputTokens", "output_tokens"),
        TotalTokens = Count(members, "totalTokens", "total_tokens"),
        Service = members.OptionalText("service"),
        Method = members.OptionalText("method"),
        Path = members.OptionalText("path"),
        Model = members.OptionalText("model"),
        SettlementType = Text(members, "settlementType", "settlement_type"),
        Network = members.OptionalText("network"),
        Asset = members.OptionalText("asset"),
        IsStreaming = Spelling(members, "isStreaming", "is_streaming") is { } flag ? members.Boolean(flag) : null,
    };

    internal void Write(JsonTextWriter writer)
    {
        writer.Object("usageMetadata").OptionalText("sessionId", SessionId);
        WriteCount(writer, "requestCount", RequestCount);
        writer.OptionalText("costOpg", CostOpg?.ToString()).OptionalText("costUsd", CostUsd);
        WriteCount(writer, "inputTokens", InputTokens);
        WriteCount(writer, "outputTokens", OutputTokens);
        WriteCount(writer, "totalTokens", TotalTokens);
        writer.OptionalText("service", Service).OptionalText("method", Method).OptionalText("path", Path)
            .OptionalText("model", Model).OptionalText("settlementType", SettlementType)
            .OptionalText("network", Network).OptionalText("asset", Asset);
        if (IsStreaming is bool flag)
        {
            writer.Boolean("isStreaming", flag);
        }

        writer.End();
    }

    private static string? Text(JsonMembers members, string camel, string snake) =>
        Spelling(members, camel, snake) is { } name ? members.OptionalText(name) : null;

    private static int? Count(JsonMembers members, string camel, string snake) =>
        Spelling(members, camel, snake) is { } name ? members.Integer(name, 0) : null;

    private static string? Spelling(JsonMembers members, string camel, string snake)
    {
        if (members.Has(camel))
        {
            return camel;
        }

        return members.Has(snake) ? snake : null;
    }

    private static void WriteCount(JsonTextWriter writer, string name, int? count)
    {
        if (count is int value)
        {
            writer.Integer(name, value);
        }
    }
}
