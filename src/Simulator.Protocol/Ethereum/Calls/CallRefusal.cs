namespace Simulator.Protocol.Ethereum;

/// <summary>Why call data is no call of a known function. Zero is not a verdict.</summary>
public enum CallRefusal
{
    Unset = 0,

    /// <summary>Fewer than four bytes, or a selector of no function in the catalogue.</summary>
    FunctionUnknown,

    /// <summary>The words behind the selector are not the function's arguments.</summary>
    ArgumentsMalformed,
}
