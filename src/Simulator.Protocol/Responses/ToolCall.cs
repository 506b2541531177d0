namespace Simulator.Protocol.Responses;

/// <summary>A call the model asks for. Arguments is a JSON text inside a string, as the provider produced it.</summary>
public sealed record ToolCall(string Id, string Name, string Arguments)
{
    public string Type { get; init; } = "function";
}
