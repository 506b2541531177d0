namespace Simulator.Protocol.Blobs;

/// <summary>Why a text is not a blob id. Zero is not a verdict.</summary>
public enum BlobIdRefusal
{
    Unset = 0,

    /// <summary>Not 43 characters.</summary>
    LengthWrong,

    /// <summary>A character outside A–Z, a–z, 0–9, <c>-</c>, <c>_</c>.</summary>
    CharacterWrong,

    /// <summary>The two spare bits of the last character are not zero.</summary>
    SpareBitsSet,
}
