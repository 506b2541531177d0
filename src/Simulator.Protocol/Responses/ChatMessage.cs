using System.Collections.Immutable;

namespace Simulator.Protocol.Responses;

/// <summary>One message of a chat request.</summary>
/// <remarks>Content is a plain text, or any other JSON value kept as it was sent (<see cref="ContentJson"/>).</remarks>
public sealed record ChatMessage(ChatRole Role)
{
    /// <summary>Content when it is a plain string; null otherwise.</summary>
    public string? Text { get; init; }

    /// <summary>Content when it is not a string: JSON text as sent, <c>null</c> when missing.</summary>
    public string ContentJson { get; init; } = "null";

    public ImmutableArray<ToolCall> ToolCalls { get; init; } = [];

    /// <summary>For role tool.</summary>
    public string? ToolCallId { get; init; }

    /// <summary>For role function.</summary>
    public string? Name { get; init; }

    public static ChatMessage System(string text) => new(ChatRole.System) { Text = text };

    public static ChatMessage User(string text) => new(ChatRole.User) { Text = text };

    /// <param name="partsJson">A JSON list of content parts.</param>
    public static ChatMessage UserParts(string partsJson) => new(ChatRole.User) { ContentJson = partsJson };

    public static ChatMessage Assistant(string text) => new(ChatRole.Assistant) { Text = text };

    public static ChatMessage Assistant(ImmutableArray<ToolCall> calls) =>
        new(ChatRole.Assistant) { ToolCalls = calls };

    public static ChatMessage Tool(string callId, string text) =>
        new(ChatRole.Tool) { Text = text, ToolCallId = callId };
}
