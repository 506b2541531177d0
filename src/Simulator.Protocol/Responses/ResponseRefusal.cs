namespace Simulator.Protocol.Responses;

/// <summary>Why a text is no answer of a gateway.</summary>
public enum ResponseRefusal
{
    Unset = 0,
    None,

    /// <summary>Beyond <see cref="ResponseReader.MaximumLength"/> bytes.</summary>
    TooLarge,

    /// <summary>Not JSON, nested too deeply, or a string that is not valid Unicode.</summary>
    NotJson,

    NotAnObject,

    /// <summary>No first choice, or it has no readable message, text or finish reason.</summary>
    ChoiceMalformed,

    /// <summary>Output tensors or model hash are missing or not of their form.</summary>
    OutputMalformed,

    /// <summary>A <c>tee_…</c> member is missing or not of its form.</summary>
    ProofMalformed,

    UsageMalformed,

    /// <summary>A line of the stream is not an event.</summary>
    EventMalformed,

    /// <summary>The gateway broke off: <c>Stream processing failed</c>.</summary>
    StreamFailed,

    /// <summary>The stream ends before its final chunk or its <c>[DONE]</c>.</summary>
    StreamTruncated,
}
