namespace Simulator.Protocol.Tests.Corruption;

/// <summary>Which other values each byte takes.</summary>
internal enum CorruptedValues
{
    Unset = 0,

    /// <summary>All 255.</summary>
    Every,

    /// <summary>The eight that differ in one bit: for messages whose check costs milliseconds.</summary>
    EightBitFlips,
}
