namespace Simulator.Protocol.Responses;

/// <summary>Why a model stopped, as the wire spells it.</summary>
public static class FinishReasons
{
    public const string Stop = "stop";
    public const string ToolCalls = "tool_calls";
}
