using System.Collections.Immutable;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Responses;

/// <summary>
/// A chat completion request: the members the gateway's signature covers and those that only steer it.
/// </summary>
/// <remarks>protocol: request canonicalisation. <see cref="ChatRequestJson"/> reads and writes the wire form.</remarks>
public sealed record ChatRequest(string Model, ImmutableArray<ChatMessage> Messages)
{
    /// <summary>Missing counts as 0.0.</summary>
    public double? Temperature { get; init; }

    public CanonicalJson MaxTokens { get; init; }

    public CanonicalJson Stop { get; init; }

    public CanonicalJson Tools { get; init; }

    public CanonicalJson ResponseFormat { get; init; }

    public bool WebSearch { get; init; }

    /// <summary>Not covered by the request hash.</summary>
    public bool Stream { get; init; }

    /// <summary>Not covered by the request hash.</summary>
    public CanonicalJson ToolChoice { get; init; }

    /// <summary>The bytes whose Keccak-256 is the request hash.</summary>
    public byte[] CanonicalBytes(CanonicalRule rule = CanonicalRule.Current) => CanonicalRequest.Bytes(this, rule);

    public Hash32 RequestHash(CanonicalRule rule = CanonicalRule.Current) => Keccak256.Hash(CanonicalBytes(rule));
}
