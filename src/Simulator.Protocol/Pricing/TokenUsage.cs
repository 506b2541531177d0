namespace Simulator.Protocol.Pricing;

/// <summary>Tokens an answer used, as the enclave states them. They are not part of the signed message.</summary>
/// <remarks>Negative counts are billed as zero.</remarks>
public readonly record struct TokenUsage(long PromptTokens, long CompletionTokens)
{
    public long TotalTokens => PromptTokens + CompletionTokens;
}
