namespace Simulator.Protocol.X402;

/// <summary>Bounds on what is read from strangers; generous against every real message, small against memory.</summary>
public static class JsonLimits
{
    /// <summary>Characters of one Base64 header.</summary>
    public const int HeaderCharacters = 64 * 1024;

    /// <summary>Bytes of one JSON body.</summary>
    public const int BodyBytes = 256 * 1024;

    /// <summary>Levels of nesting.</summary>
    public const int Depth = 32;

    /// <summary>Elements of one list.</summary>
    public const int Elements = 256;
}
