namespace Simulator.Protocol.Responses;

/// <summary>Why a text is no request the gateway can serve.</summary>
public enum RequestRefusal
{
    Unset = 0,
    None,

    /// <summary>Beyond <see cref="ChatRequestJson.MaximumLength"/> bytes.</summary>
    TooLarge,

    /// <summary>Not JSON, nested too deeply, a string that is not valid Unicode, or a number beyond double.</summary>
    NotJson,

    NotAnObject,
    ModelMissing,
    MessagesMissing,
    MessageMalformed,
    UnknownRole,
    ToolCallMalformed,
    TemperatureNotANumber,
    ToolsNotAList,
    PromptMissing,
    InputsMalformed,
}
