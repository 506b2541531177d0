namespace Simulator.Protocol.X402;

/// <summary>Why a text is not the object it was taken for. Zero is deliberately not a verdict.</summary>
public enum ParseProblem
{
    Unset = 0,

    /// <summary>Longer than <see cref="JsonLimits"/> allows.</summary>
    TooLong,

    /// <summary>A header that is not standard Base64.</summary>
    NotBase64,

    NotUtf8,

    /// <summary>Not JSON, nested too deeply, or with a member named twice.</summary>
    NotJson,

    /// <summary>A member that must be there is not.</summary>
    Missing,

    /// <summary>A member is there with another type.</summary>
    WrongType,

    /// <summary>The right type, outside its range or format.</summary>
    OutOfRange,
}
