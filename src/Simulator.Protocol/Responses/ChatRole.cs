namespace Simulator.Protocol.Responses;

/// <summary>Who speaks in a chat request.</summary>
public enum ChatRole
{
    Unset = 0,
    System,
    Developer,
    User,
    Assistant,
    Tool,
    Function,
}
