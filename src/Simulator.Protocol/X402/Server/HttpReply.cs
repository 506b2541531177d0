namespace Simulator.Protocol.X402;

/// <summary>A short HTTP answer of the payment middleware.</summary>
/// <param name="Status">Status code.</param>
/// <param name="Body">JSON.</param>
/// <param name="Headers">Besides <c>Content-Type: application/json</c>.</param>
public sealed record HttpReply(int Status, string Body, IReadOnlyList<HttpHeader> Headers)
{
    /// <summary>The value of a header, whatever its case; null when absent.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase))?.Value;
}
