using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Responses;

/// <summary>A text completion request. protocol: request canonicalisation.</summary>
public sealed record CompletionRequest(string Model, CanonicalJson Prompt)
{
    /// <summary>Missing counts as 0.0.</summary>
    public double? Temperature { get; init; }

    public CanonicalJson MaxTokens { get; init; }

    public CanonicalJson Stop { get; init; }

    /// <summary>The bytes whose Keccak-256 is the request hash.</summary>
    public byte[] CanonicalBytes()
    {
        CanonicalWriter writer = new();
        writer.BeginObject();
        CanonicalRequest.WriteIfPresent(writer, "max_tokens", MaxTokens);
        writer.Member("model", Model);
        CanonicalRequest.WriteIfPresent(writer, "prompt", Prompt);
        CanonicalRequest.WriteIfPresent(writer, "stop", Stop);
        writer.Name("temperature");
        writer.Real(Temperature ?? 0.0);
        writer.EndObject();
        return writer.ToArray();
    }

    public Hash32 RequestHash() => Keccak256.Hash(CanonicalBytes());
}
